import { transition } from 'xstate';
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { valueOf } from '../src/charts/compile.ts';
import { machines } from '../src/charts/machines.ts';
import { generateCluster } from '../src/content/generate.ts';
import { planOf } from '../src/content/plan.ts';
import { runningCharts } from '../src/kernel/chartRows.ts';
import { Run, Sim } from '../src/kernel/run.ts';
import type { Plan } from '../src/model/plan.ts';
import { schema } from '../src/model/schema.ts';
import { seconds } from '../src/model/time.ts';
import type { Micros } from '../src/model/time.ts';
import { Trace } from '../src/model/trace.ts';
import { worldOf } from '../src/model/world.ts';
import { cpu } from './cpu.ts';

export { agendaHold, closureHold, simjsHold } from './hold.ts';
export { claimsSweep, memoryOfAnHour, seededRuns } from './runs.ts';

const busySettings = {
  requestRate: 100,
  replayFullLog: seconds(1),
  boot: seconds(3),
  automaticGiveback: seconds(5),
};
const minute = seconds(60);
/** Facts told between two looks at the clock, as in the worker, and between two drains. */
const stride = 500;
const batch = 20_000;

/**
 * A busy cluster: 100 requests a second for each LUN, heartbeats, logs written to disk, and in
 * every minute one takeover and one giveback of each pair, spread evenly.
 */
export class BusyCluster {
  readonly sim: Sim;
  private readonly pairs: number;
  private lost = 0;
  private repaired = 0;

  /** Warmed up: a minute of a small cluster or a third of a large one, and 200,000 facts. */
  constructor(servers: number) {
    this.sim = new Sim(planOf(generateCluster({ servers, settings: busySettings })));
    this.pairs = servers / 2;
    const settled = servers > 128 ? minute / 3 : minute;
    while (this.sim.now < settled || this.sim.count < 200_000) this.run(batch);
  }

  /** Runs until about `facts` facts were told: facts, steps taken and CPU time, µs. */
  run(facts: number): { facts: number; steps: number; micros: number } {
    const { sim } = this;
    const { count, steps } = sim;
    const micros = cpu(() => {
      let drained = count;
      while (sim.count - count < facts) {
        this.runOn();
        if (sim.count - drained < batch) continue;
        sim.drain();
        drained = sim.count;
      }
      sim.drain();
    });
    return { facts: sim.count - count, steps: sim.steps - steps, micros };
  }

  /** Runs to the next loss of power or repair, or for a stride. */
  private runOn(): void {
    const loss = this.lossAt(this.lost);
    const repair = this.lossAt(this.repaired) + minute / 3;
    if (!this.sim.runUntil(Math.min(loss, repair), stride)) return;
    if (loss <= repair) this.act('server.power-loss', this.lost++);
    else this.act('server.repair', this.repaired++);
  }

  private lossAt(turn: number): Micros {
    return Math.floor(((turn + 0.5) * minute) / this.pairs);
  }

  private act(command: string, turn: number): void {
    const thing = this.sim.plan.ids.server![2 * (turn % this.pairs) + 1]!;
    const refusal = this.sim.act(command, thing);
    if (refusal) throw new Error(`${command} ${thing}: ${refusal.what}`);
  }
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

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** Moments remembered between two news, as in the worker. */
const each = 5;
const moments = 4_000;

/**
 * Remembering a moment as a run does it, and a structured clone of the same world as plain
 * objects, µs each. A moment holds more than the world: what is pending, and counters of chance.
 * `copy` is the cost once a branch writes new moments over those it forgets, `fresh` the cost
 * before that, while every moment takes new memory.
 */
export function checkpoints(servers: number): {
  bytes: number;
  copy: number;
  fresh: number;
  clone: number;
} {
  const plan = planOf(generateCluster({ servers, settings: busySettings }));
  remember(plan);
  const spent = remember(plan);
  const world = worldOf(plan);
  const plain: Record<string, Record<string, number>[]> = {};
  for (const [table, columns] of Object.entries(schema)) {
    const cells = world[table as keyof typeof schema] as unknown as Record<string, Float64Array> & {
      rows: number;
    };
    plain[table] = Array.from({ length: cells.rows }, (_, row) =>
      Object.fromEntries(Object.keys(columns).map((column) => [column, cells[column]![row]!])),
    );
  }
  return {
    bytes: world.store.buffer.byteLength,
    copy: median(spent.slice(spent.length >> 1)),
    fresh: median(spent.slice(0, 3)),
    clone: median(Array.from({ length: 20 }, () => cpu(() => structuredClone(plain)))),
  };
}

/** CPU time of a moment, µs, every few moments; the reader’s copies for the news are not in it. */
function remember(plan: Plan): number[] {
  const run = new Run(plan);
  run.extend(seconds(1));
  run.news();
  return Array.from({ length: moments / each }, () => {
    const micros = cpu(() => {
      for (let i = 0; i < each; i++) run.checkpoint();
    });
    run.news();
    return micros / each;
  });
}

/** Seeks to random moments of a run of about a million facts: CPU milliseconds, sorted. */
export function seeks(): { facts: number; millis: number[] } {
  const plan = planOf(generateCluster({ servers: 8, settings: busySettings }));
  const run = new Run(plan);
  const trace = new Trace(plan.start);
  while (trace.count < 1_000_000) {
    run.extend(run.horizon + minute, 10_000);
    run.checkpoint();
    const { words, checkpoints } = run.news();
    trace.append(words, checkpoints);
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
