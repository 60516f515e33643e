import { stateOf, within } from '../src/charts/index.ts';
import { commands } from '../src/commands/index.ts';
import type { Command } from '../src/commands/index.ts';
import { fromGallery } from '../src/content/gallery.ts';
import { planOf } from '../src/content/plan.ts';
import { chartRows } from '../src/kernel/chartRows.ts';
import { Sim } from '../src/kernel/run.ts';
import type { Mutation } from '../src/kernel/run.ts';
import { idOf } from '../src/model/plan.ts';
import { ms, seconds } from '../src/model/time.ts';

export const quick = {
  boot: ms(2000),
  requestRate: 10,
  heartbeatInterval: ms(500),
  missesAllowed: 3,
  mailboxPoll: ms(1000),
  fence: ms(800),
  replayFullLog: ms(600),
  flushInterval: ms(1500),
  flushLog: ms(600),
  releaseDisks: ms(800),
  portFailback: ms(500),
  elsTimeout: seconds(3),
  switchBoot: seconds(2),
  holdDown: seconds(3),
  rediscovery: seconds(5),
  takeoverGrace: ms(1500),
  givebacksAllowed: 1,
  rebuildDisk: ms(2000),
  shutdownLimit: seconds(8),
};

/** A generator of its own for the test: whole numbers below `n`, the same for the same seed. */
export function numbers(seed: number): (n: number) => number {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * n);
  };
}

const procedures = [
  'takingOver',
  'undoing',
  'givingBack',
  'suspect',
  'deciding',
  'forcing',
  'ordered',
];

/** Whether a procedure is under way somewhere. */
const busy = (sim: Sim): boolean => {
  const { server, port } = sim.world;
  for (let row = 1; row < server.rows; row++) {
    for (const state of procedures) {
      if (within('failoverMonitor', server.monitor[row]!, state)) return true;
    }
    for (const state of ['booting', 'looking', 'recovering', 'shuttingDown', 'replayingOwnLog']) {
      if (within('server', server.life[row]!, state)) return true;
    }
  }
  for (let row = 1; row < port.rows; row++) {
    for (const state of ['movingName', 'returning', 'withdrawing', 'linkLost', 'settling']) {
      if (within('physicalPort', port.monitor[row]!, state)) return true;
    }
  }
  return false;
};

interface Able {
  readonly command: Command;
  readonly id: string;
}

/** Everything that a person could do now, except to stop the hosts. */
const able = (sim: Sim): Able[] =>
  commands.flatMap((command) =>
    command.table === 'host'
      ? []
      : (sim.plan.ids[command.table] ?? [])
          .slice(1)
          .flatMap((id, row) =>
            command.appliesTo(sim.world, row + 1) === true ? [{ command, id }] : [],
          ),
  );

/** A random run: twelve commands, and what they met. */
export class Seed {
  readonly seed: number;
  readonly sim: Sim;
  readonly log: string[] = [];
  given = 0;
  /** Commands that fell inside a running procedure. */
  inside = 0;
  /** Something broke while a takeover was under way. */
  secondFault = false;
  /** Facts told before anybody began to mend. */
  readonly facts: number;
  private at = seconds(1);

  /** @param id a scenario of the gallery instead of one of the topologies */
  constructor(seed: number, mutation: Mutation, id?: string) {
    this.seed = seed;
    const next = numbers(seed);
    const scenario = fromGallery(id ?? (seed % 2 ? 'top-1' : 'top-3'))!;
    const automaticGiveback = next(3) ? seconds(1) : ('off' as const);
    const settings = { ...scenario.settings, ...quick, seed, automaticGiveback };
    this.sim = new Sim(planOf({ ...scenario, settings }), mutation);
    for (let i = 0; i < 12; i++) {
      // Most commands follow soon, so that they fall inside what the last one started.
      this.wait(next(4) === 0 ? next(seconds(6)) : next(ms(900)));
      const all = able(this.sim);
      const mends = all.filter(({ command }) =>
        ['up', 'mend', 'giving-back', 'taking-over'].includes(command.glyph),
      );
      // What happens to servers and ports starts procedures; the rest befalls them.
      const starters = all.filter(({ command }) => ['server', 'port'].includes(command.table));
      const some = next(2) ? starters : all;
      const pool = mends.length > 0 && next(5) < 3 ? mends : some;
      const choice = pool[next(pool.length)]!;
      this.note(choice.command);
      this.give(choice);
    }
    this.wait(seconds(20));
    this.facts = this.sim.count;
  }

  private wait(time: number): void {
    this.sim.runUntil((this.at += time));
  }

  /** Takes note of what the next command falls into. */
  private note(command: Command): void {
    this.given++;
    if (busy(this.sim)) this.inside++;
    const { monitor, rows } = this.sim.world.server;
    const fault = ['down', 'panic', 'hung', 'cut'].includes(command.glyph);
    for (let row = 1; row < rows; row++) {
      if (fault && within('failoverMonitor', monitor[row]!, 'takingOver')) this.secondFault = true;
    }
  }

  private give({ command, id }: Able): void {
    this.log.push(`${this.at / 1e6} ${command.id} ${id}`);
    const refusal = this.sim.act(command.id, id);
    if (refusal) throw this.fault(`${command.id} ${id} applied and was refused: ${refusal.what}`);
  }

  /** Mends whatever is broken, gives back what is held, and lets everything settle. */
  mend(): void {
    for (let round = 0; round < 3; round++) {
      for (const each of able(this.sim)) {
        const row = this.sim.plan.ids[each.command.table]!.indexOf(each.id);
        const mends = ['up', 'mend', 'giving-back'].includes(each.command.glyph);
        // What was mended before may have made this one needless.
        if (mends && each.command.appliesTo(this.sim.world, row) === true) this.give(each);
      }
      this.wait(seconds(12));
    }
  }

  /** Rows whose chart does not stand where it does in a cluster that has always been well. */
  get unwell(): string[] {
    const { plan, world } = this.sim;
    const always = new Sim(plan);
    always.runUntil(seconds(1));
    const well = always.world;
    return chartRows.flatMap(({ chart, table, column }) => {
      const now = (world[table] as unknown as Record<string, Int32Array>)[column]!;
      const then = (well[table] as unknown as Record<string, Int32Array>)[column]!;
      return [...now.keys()]
        .filter((row) => row > 0 && now[row] !== then[row])
        .map((row) => `${chart} ${idOf(plan, { table, row })} ${stateOf(chart, now[row]!)}`);
    });
  }

  fault(what: string): Error {
    return new Error(`seed ${this.seed}: ${what}\n${this.log.join('\n')}`);
  }
}
