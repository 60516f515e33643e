import { chartFacts } from './facts/charts.ts';
import { diskFacts } from './facts/disks.ts';
import { faultFacts } from './facts/faults.ts';
import { hostFacts } from './facts/hosts.ts';
import { portFacts } from './facts/ports.ts';
import { serverFacts } from './facts/servers.ts';
import type { Kind } from './fact.ts';
import { instantAt, kindAt, operandAt } from './fact.ts';
import type { World } from './world.ts';

/** Everything that can happen, by its dotted lower-case name. */
export const kinds = {
  ...serverFacts,
  ...portFacts,
  ...diskFacts,
  ...hostFacts,
  ...chartFacts,
  ...faultFacts,
} satisfies Readonly<Record<string, Kind>>;

export type KindName = keyof typeof kinds;

export const kindNames = Object.keys(kinds) as readonly KindName[];
export const kindList: readonly Kind[] = Object.values(kinds);

/** The number of each kind in packed facts. */
export const kindNumber = Object.fromEntries(kindNames.map((name, i) => [name, i])) as Readonly<
  Record<KindName, number>
>;

/** Writes one packed fact into the world. The only function that changes a world. */
export function apply(world: World, words: Int32Array, i: number): void {
  kindList[kindAt(words, i)]!.apply(
    world,
    instantAt(words, i),
    operandAt(words, i, 0),
    operandAt(words, i, 1),
    operandAt(words, i, 2),
    operandAt(words, i, 3),
  );
}
