import { kindAt, operandAt } from '../model/fact.ts';
import { kindList, kindNames, kindNumber } from '../model/kinds.ts';
import type { KindName } from '../model/kinds.ts';
import type { World } from '../model/world.ts';
import { capacityProperties } from './capacity.ts';
import { disksProperties } from './disks.ts';
import { identityProperties } from './identity.ts';
import { livenessProperties } from './liveness.ts';
import { procedureProperties } from './procedures.ts';
import type { Debts, Property, Witness } from './property.ts';
import { restProperties } from './rest.ts';
import { writesProperties } from './writes.ts';

export type { Debts, Property, Witness } from './property.ts';

const safety = [
  ...identityProperties,
  ...disksProperties,
  ...writesProperties,
  ...procedureProperties,
  ...capacityProperties,
].sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));

/**
 * Every property: what must never happen (S), what must happen in time (L), and how the cluster
 * must look at rest (Q). Its row in the property table is its place here plus one.
 */
export const properties: readonly Property[] = [
  ...safety,
  ...livenessProperties,
  ...restProperties,
];

/** Where debts are kept and breaches go. */
export interface Watcher {
  /** The debts of a property, for which the fact of this number is to blame. */
  debtsOf(property: number, fact: number): Debts;
  /** Something happened that people would not call rest. */
  stir(): void;
  /** A property is found broken by the fact of this number. */
  broken(property: number, witness: number, other: number, fact: number): void;
}

type Operands = readonly [a: number, b: number, c: number, d: number];

/** By kind of fact: the properties that one could break, or that owe something because of it. */
function byKind<F>(of: (property: Property) => Readonly<Partial<Record<KindName, F>>> | undefined) {
  const table: { readonly property: number; readonly of: F }[][] = kindNames.map(() => []);
  for (const [i, property] of properties.entries()) {
    for (const [kind, each] of Object.entries(of(property) ?? {}))
      table[kindNumber[kind as KindName]]!.push({ property: i + 1, of: each as F });
  }
  return table;
}

const checks = byKind<(w: World, ...operands: Operands) => Witness>(({ on }) => on);
const debts = byKind<(w: World, debts: Debts, ...operands: Operands) => void>(({ owes }) => owes);

const breaks = 1;
const owes = 2;
const stirs = 4;

/** What must be done about a fact of each kind; nothing for most. */
const duties = Uint8Array.from(kindNames, (name, i) => {
  const usual = /^(heartbeat|mailbox|io|invariant|workload|log)\./.test(name);
  const quiet = usual || kindList[i]!.loudness === 'routine';
  return (
    (checks[i]!.length > 0 ? breaks : 0) | (debts[i]!.length > 0 ? owes : 0) | (quiet ? 0 : stirs)
  );
});

/**
 * Holds the facts numbered `from` to `until` against every property they could break, and enters
 * what is owed because of them. The packed words begin with the fact numbered `first`.
 */
export function checkFacts(
  world: World,
  words: Int32Array,
  first: number,
  from: number,
  until: number,
  watcher: Watcher,
): void {
  let all = 0;
  for (let fact = from; fact < until; fact++) {
    const i = fact - first;
    const kind = kindAt(words, i);
    const duty = duties[kind]!;
    if (duty === 0) continue;
    all |= duty;
    const a = operandAt(words, i, 0);
    const b = operandAt(words, i, 1);
    const c = operandAt(words, i, 2);
    const d = operandAt(words, i, 3);
    if (duty & breaks) {
      for (const { property, of } of checks[kind]!) {
        const witness = of(world, a, b, c, d);
        if (witness !== null) watcher.broken(property, witness[0], witness[1] ?? 0, fact);
      }
    }
    if (duty & owes) {
      for (const { property, of } of debts[kind]!)
        of(world, watcher.debtsOf(property, fact), a, b, c, d);
    }
  }
  if (all & stirs) watcher.stir();
}
