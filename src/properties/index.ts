import { kindAt, operandAt } from '../model/fact.ts';
import { kindNumber } from '../model/kinds.ts';
import type { KindName } from '../model/kinds.ts';
import type { TableName } from '../model/schema.ts';
import type { World } from '../model/world.ts';
import { disksProperties } from './disks.ts';
import { identityProperties } from './identity.ts';
import { procedureProperties } from './procedures.ts';
import { writesProperties } from './writes.ts';

/** A row that shows a property broken, and a second one where there is one; null when it holds. */
export type Witness = readonly [row: number, other?: number] | null;

/** A claim about the world between steps. It is checked on the rows that a step wrote. */
export interface Property {
  readonly id: string;
  /** Which of the five sentences it stands under; null for those that only the full list shows. */
  readonly group: 0 | 1 | 2 | 3 | 4 | null;
  readonly sentence: string;
  /** Claims, standards or product documents it comes from. */
  readonly source: string;
  /** The tables of its witnesses’ rows. */
  readonly witnesses: readonly [TableName, TableName?];
  /** For each kind of fact that can break it: does it still hold for the rows of that fact? */
  readonly on: Readonly<
    Partial<Record<KindName, (w: World, a: number, b: number, c: number, d: number) => Witness>>
  >;
}

/** Every property. Its row in the property table is its place here plus one. */
export const properties: readonly Property[] = [
  ...identityProperties,
  ...disksProperties,
  ...writesProperties,
  ...procedureProperties,
].sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));

interface Check {
  readonly property: number;
  readonly holds: (w: World, a: number, b: number, c: number, d: number) => Witness;
}

const checksByKind: readonly (readonly Check[])[] = (() => {
  const table: Check[][] = [];
  for (const [i, property] of properties.entries()) {
    for (const [kind, holds] of Object.entries(property.on)) {
      (table[kindNumber[kind as KindName]] ??= []).push({ property: i + 1, holds });
    }
  }
  return table;
})();

/**
 * Holds facts `from` to `until` of packed words against every property they could break.
 * @param broken called with the property’s row, its witnesses and the index of the fact
 */
export function checkFacts(
  world: World,
  words: Int32Array,
  from: number,
  until: number,
  broken: (property: number, witness: number, other: number, fact: number) => void,
): void {
  for (let i = from; i < until; i++) {
    const checks = checksByKind[kindAt(words, i)];
    if (checks === undefined) continue;
    for (const { property, holds } of checks) {
      const witness = holds(
        world,
        operandAt(words, i, 0),
        operandAt(words, i, 1),
        operandAt(words, i, 2),
        operandAt(words, i, 3),
      );
      if (witness !== null) broken(property, witness[0], witness[1] ?? 0, i);
    }
  }
}
