import { expect, test } from 'vitest';
import { generateCluster } from '../../src/content/generate.ts';
import { planOf } from '../../src/content/plan.ts';
import { NameIndex } from '../../src/kernel/nameIndex.ts';
import { Sim } from '../../src/kernel/run.ts';
import { ms, seconds } from '../../src/model/time.ts';

interface Named {
  readonly rows: number;
  readonly fabric: Int32Array;
  readonly portName: Int32Array;
}

/** What the index stands for: the first row under a name in a fabric, found by looking at all. */
function scan(table: Named, fabric: number, portName: number): number {
  for (let row = 1; row < table.rows; row++) {
    if (table.fabric[row] === fabric && table.portName[row] === portName) return row;
  }
  return 0;
}

/** Every name in every fabric, looked up both ways; how many of them were found. */
function compare(table: Named, index: NameIndex, fabrics: number, names: number): number {
  let found = 0;
  for (let fabric = 1; fabric <= fabrics; fabric++) {
    for (let name = 0; name < names; name++) {
      const row = index.find(fabric, name);
      if (row !== scan(table, fabric, name))
        throw new Error(`Fabric ${fabric}, name ${name}: the index says ${row}`);
      if (row !== 0) found++;
    }
  }
  return found;
}

const plan = planOf(
  generateCluster({
    servers: 4,
    portsPerServer: 4,
    settings: { boot: ms(2000), heartbeatInterval: ms(500), missesAllowed: 3, requestRate: 10 },
  }),
);

function compareBoth(sim: Sim): number {
  const { rows, names } = plan;
  const { logins, entries } = sim.scribe;
  return (
    compare(sim.world.login, logins, rows.fabric, names.length) +
    compare(sim.world.nameEntry, entries, rows.fabric, names.length)
  );
}

const story: readonly (readonly [at: number, command: string, thing: string])[] = [
  [1, 'port.fail', 'A.p0'],
  [2, 'server.power-loss', 'B'],
  [4, 'cable.cut', 'C.p1.cable'],
  [6, 'server.hang', 'D'],
  [9, 'server.repair', 'B'],
  [10, 'port.repair', 'A.p0'],
  [16, 'cable.mend', 'C.p1.cable'],
  [20, 'server.repair', 'D'],
];

test('whenever a chart steps, the index finds the login and the entry that a scan finds', () => {
  let compared = 0;
  const counts = new Set<number>();
  let made: Sim | null = null;
  const sim = new Sim(plan, {
    visited: () => {
      // The first steps are taken while the simulation is still being made.
      if (made === null) return;
      compared++;
      counts.add(compareBoth(made));
    },
  });
  made = sim;
  for (const [at, command, thing] of story) {
    sim.runUntil(seconds(at));
    expect(sim.act(command, thing)).toBeNull();
  }
  sim.runUntil(seconds(40));
  expect(compared).toBeGreaterThan(500);
  // Names came and went meanwhile.
  expect(counts.size).toBeGreaterThan(8);
});

test('after going back to a checkpoint the index finds what stood there then', () => {
  const sim = new Sim(plan);
  const before = compareBoth(sim);
  const checkpoint = sim.checkpoint();
  sim.act('server.power-loss', 'A');
  sim.runUntil(seconds(1));
  expect(compareBoth(sim)).toBeLessThan(before);
  sim.restore(checkpoint);
  expect(compareBoth(sim)).toBe(before);
});

test('of two rows under one name the first is found, and the other when it is gone', () => {
  const table = { rows: 4, fabric: Int32Array.of(0, 0, 1, 1), portName: Int32Array.of(0, 0, 7, 5) };
  const index = new NameIndex(table, 2, 8);
  const write = (row: number, fabric: number, portName: number): void => {
    table.fabric[row] = fabric;
    table.portName[row] = portName;
    index.refile(row);
    compare(table, index, 2, 8);
  };
  expect(index.find(1, 7)).toBe(2);
  write(3, 1, 7);
  write(1, 1, 7);
  expect(index.find(1, 7)).toBe(1);
  expect(index.find(2, 7)).toBe(0);
  write(1, 0, 0);
  expect(index.find(1, 7)).toBe(2);
  write(2, 2, 7);
  expect([index.find(1, 7), index.find(2, 7)]).toEqual([3, 2]);
  write(3, 0, 0);
  expect(index.find(1, 7)).toBe(0);
});
