import type { Micros } from '../model/time.ts';
import type { World } from '../model/world.ts';
import type { Strips } from './strips.ts';

/** What a run came to by an instant, to be held against another. */
export interface Tally {
  /** The longest time without an answer to any owner’s hosts, µs. */
  readonly pause: Micros;
  /** How often hosts gave a path up. */
  readonly pathsGivenUp: number;
  readonly requestsFailed: number;
  /** Disks, and names, that are not at home now. */
  readonly disksAway: number;
  readonly namesAway: number;
  readonly propertiesBroken: number;
}

const sum = (values: Int32Array): number => values.reduce((all, value) => all + value, 0);
const count = (rows: number, is: (row: number) => boolean): number => {
  let all = 0;
  for (let row = 1; row < rows; row++) if (is(row)) all++;
  return all;
};

export function tallyOf(w: World, strips: Strips, at: Micros): Tally {
  const pauses = strips.outages
    .filter(({ from }) => from <= at)
    .map(({ from, to }) => Math.min(to ?? at, at) - from);
  return {
    pause: Math.max(0, ...pauses),
    pathsGivenUp: sum(w.path.failures),
    requestsFailed: sum(w.lun.failed),
    disksAway: count(w.disk.rows, (disk) => w.disk.owner[disk] !== w.disk.home[disk]),
    namesAway: count(
      w.vport.rows,
      (slot) => w.vport.home[slot] !== slot && w.vport.address[slot] !== 0,
    ),
    propertiesBroken: count(w.property.rows, (row) => w.property.broken[row]! > 0),
  };
}
