import { transition } from 'xstate';
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { valueOf } from '../src/charts/compile.ts';
import { machines } from '../src/charts/machines.ts';
import { generateCluster } from '../src/content/generate.ts';
import { planOf } from '../src/content/plan.ts';
import { runningCharts } from '../src/kernel/chartRows.ts';
import { Agenda } from '../src/kernel/agenda.ts';
import { Sim } from '../src/kernel/sim.ts';
import { schema } from '../src/model/schema.ts';
import { seconds } from '../src/model/time.ts';
import { Trace } from '../src/model/trace.ts';
import { worldOf } from '../src/model/world.ts';

/** CPU time of a piece of work, in microseconds. */
export function cpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

const busySettings = { requestRate: 100, replayFullLog: seconds(1), boot: seconds(3) };

/** A busy cluster, warmed up: 100 requests a second per LUN, heartbeats, every log flushed. */
export function busyCluster(servers: number): Sim {
  const sim = new Sim(planOf(generateCluster({ servers, settings: busySettings })));
  while (sim.count < 200_000) {
    sim.runUntil(sim.now + 100_000);
    sim.drain();
  }
  return sim;
}

/** Facts told and CPU time while a busy cluster tells about `facts` facts, with one takeover. */
export function runBusy(sim: Sim, facts: number): { facts: number; micros: number } {
  const from = sim.count;
  if (sim.act('server.power-loss', 'A') === null) sim.drain();
  const micros = cpu(() => {
    while (sim.count - from < facts) {
      sim.runUntil(sim.now + 50_000);
      sim.drain();
    }
  });
  const told = sim.count - from;
  sim.runUntil(sim.now + seconds(20));
  if (sim.act('server.repair', 'A') === null) sim.drain();
  return { facts: told, micros };
}

/** The bare loop: take the next appointment, make another one, nothing else. */
export function bareLoop(pending: number, appointments: number): number {
  const agenda = new Agenda(pending + 16);
  let noise = 12345;
  const next = (): number => (noise = (Math.imul(noise, 1664525) + 1013904223) >>> 0) % 1_000_000;
  for (let i = 0; i < pending; i++) agenda.add(next(), 0, i, 0, -1);
  return cpu(() => {
    for (let i = 0; i < appointments; i++) {
      agenda.take();
      agenda.add(agenda.due.at + next(), 0, agenda.due.row, 0, -1);
    }
  });
}

/** Steps of one chart by table and by XState, in nanoseconds each. */
export function chartSteps(): { table: number; xstate: number } {
  const chart = runningCharts.find((each) => each.chart === 'failoverMonitor')!;
  const machine = machines.failoverMonitor as AnyStateMachine;
  const steps = 20_000_000;
  let state = 0;
  let checksum = 0;
  const table = cpu(() => {
    for (let i = 0; i < steps; i++) {
      const signal = (i * 7) % chart.width;
      state = chart.next[state * chart.width + signal]!;
      if (state >= chart.compiled.states.length) state = 0;
      checksum += state;
    }
  });
  const few = 3_000;
  const snapshots = chart.compiled.states.map(
    (path) => machine.resolveState({ value: valueOf(path), context: {} }) as AnyMachineSnapshot,
  );
  const slow = cpu(() => {
    for (let i = 0; i < few; i++) {
      transition(machine, snapshots[i % snapshots.length]!, {
        type: chart.compiled.signals[(i * 7) % chart.width]!,
      });
    }
  });
  if (checksum < 0) throw new Error('The loop was optimized away');
  return { table: (table * 1000) / steps, xstate: (slow * 1000) / few };
}

/** A checkpoint and a structured clone of the same world as plain objects, in microseconds each. */
export function checkpoints(servers: number): { bytes: number; copy: number; clone: number } {
  const world = worldOf(planOf(generateCluster({ servers })));
  const plain: Record<string, Record<string, number>[]> = {};
  for (const [table, columns] of Object.entries(schema)) {
    const cells = world[table as keyof typeof schema] as unknown as Record<string, Float64Array> & {
      rows: number;
    };
    plain[table] = Array.from({ length: cells.rows }, (_, row) =>
      Object.fromEntries(Object.keys(columns).map((column) => [column, cells[column]![row]!])),
    );
  }
  const many = 2_000;
  const copy = cpu(() => {
    for (let i = 0; i < many; i++) world.store.buffer.slice(0);
  });
  const few = 20;
  const clone = cpu(() => {
    for (let i = 0; i < few; i++) structuredClone(plain);
  });
  return { bytes: world.store.buffer.byteLength, copy: copy / many, clone: clone / few };
}

/** Seeks to random moments of a run of about a million facts: CPU milliseconds, sorted. */
export function seeks(): { facts: number; millis: number[] } {
  const plan = planOf(generateCluster({ servers: 8, settings: busySettings }));
  const sim = new Sim(plan);
  const trace = new Trace(plan.start);
  while (sim.count < 1_000_000) {
    sim.runUntil(sim.now + 1_000_000, 10_000);
    trace.append(sim.drain(), [{ count: sim.count, bytes: sim.checkpoint().world.slice().buffer }]);
  }
  const world = worldOf(plan);
  let stands = -1;
  let noise = 99;
  const millis = Array.from({ length: 200 }, () => {
    noise = (Math.imul(noise, 1664525) + 1013904223) >>> 0;
    const count = noise % trace.count;
    const micros = cpu(() => trace.standAt(world, count, stands));
    stands = count;
    return micros / 1000;
  });
  return { facts: trace.count, millis: millis.sort((a, b) => a - b) };
}
