import { expect, test } from 'vitest';
import { compiledChart } from '../src/charts/tables.ts';
import { chartNames } from '../src/charts/index.ts';
import { commands } from '../src/commands/index.ts';
import { fromGallery } from '../src/content/gallery.ts';
import { planOf } from '../src/content/plan.ts';
import { Sim } from '../src/kernel/sim.ts';
import { properties } from '../src/properties/index.ts';
import { factWords, instantAt, kindAt, operandAt } from '../src/model/fact.ts';
import { kindNames } from '../src/model/kinds.ts';
import { within } from '../src/charts/index.ts';
import { hashOf } from '../src/model/table.ts';
import { ms, seconds } from '../src/model/time.ts';
import { worldOf } from '../src/model/world.ts';
import { apply } from '../src/model/kinds.ts';

const seeds = 300;
const quick = {
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
};

/** A generator of its own for the test: whole numbers below `n`, the same for the same seed. */
function numbers(seed: number): (n: number) => number {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * n);
  };
}

const busy = (sim: Sim): boolean => {
  const { server, port } = sim.world;
  for (let row = 1; row < server.rows; row++) {
    for (const state of ['takingOver', 'givingBack', 'suspect', 'deciding', 'ordered']) {
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

test(`${seeds} seeds of random commands break no property, and every procedure occurs often enough`, () => {
  const occurred: Record<string, number> = {};
  const taken = new Set<string>();
  let inside = 0;
  let given = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    const next = numbers(seed);
    const scenario = fromGallery(seed % 2 ? 'top-1' : 'top-3')!;
    const plan = planOf({
      ...scenario,
      settings: {
        ...scenario.settings,
        ...quick,
        seed,
        automaticGiveback: next(3) ? seconds(1) : 'off',
      },
    });
    const sim = new Sim(plan, {
      visited: (chart, state, signal) => taken.add(`${chart}/${state}/${signal}`),
    });
    const seen = new Set<string>();
    const log: string[] = [];
    let secondFault = false;
    let at = seconds(1);
    for (let i = 0; i < 12; i++) {
      // Most commands follow soon, so that they fall inside what the last one started.
      at += next(4) === 0 ? next(seconds(6)) : next(ms(900));
      sim.runUntil(at);
      const able = commands.flatMap((command) =>
        command.table === 'host'
          ? []
          : (plan.ids[command.table] ?? [])
              .slice(1)
              .flatMap((id, row) =>
                command.appliesTo(sim.world, row + 1) === true ? [{ command, id }] : [],
              ),
      );
      const mends = able.filter(({ command }) =>
        ['up', 'mend', 'giving-back', 'taking-over'].includes(command.glyph),
      );
      const pool = mends.length > 0 && next(5) < 3 ? mends : able;
      const { command, id } = pool[next(pool.length)]!;
      given++;
      log.push(`${at / 1e6} ${command.id} ${id}`);
      if (busy(sim)) inside++;
      for (let row = 1; row < sim.world.server.rows; row++) {
        const fault =
          command.glyph === 'down' ||
          command.glyph === 'panic' ||
          command.glyph === 'hung' ||
          command.glyph === 'cut';
        if (fault && within('failoverMonitor', sim.world.server.monitor[row]!, 'takingOver'))
          secondFault = true;
      }
      const refusal = sim.act(command.id, id);
      if (refusal)
        throw new Error(
          `seed ${seed}: ${command.id} ${id} applied and was refused: ${refusal.what}`,
        );
    }
    sim.runUntil(at + seconds(20));
    const words = sim.drain();
    const world = worldOf(plan);
    for (let i = 0; i < words.length / factWords; i++) {
      const name = kindNames[kindAt(words, i)]!;
      seen.add(name);
      apply(world, words, i);
      if (name === 'invariant.broken') {
        const { id } = properties[operandAt(words, i, 0) - 1]!;
        throw new Error(
          `seed ${seed}: ${id} broke at ${instantAt(words, i) / 1e6}, witness ${operandAt(words, i, 1)}\n${log.join('\n')}`,
        );
      }
    }
    if (hashOf(world.store) !== sim.hash())
      throw new Error(`seed ${seed}: the fold differs from the kernel`);
    for (const kind of seen) occurred[kind] = (occurred[kind] ?? 0) + 1;
    if (secondFault) occurred['second fault'] = (occurred['second fault'] ?? 0) + 1;
  }
  const rate = (kind: string): number => (occurred[kind] ?? 0) / seeds;
  const rates = {
    takeover: rate('takeover.completed'),
    giveback: rate('giveback.completed'),
    'port move': rate('port.moved'),
    'cancelled takeover': rate('takeover.cancelled'),
    'second fault during a takeover': rate('second fault'),
  };
  console.log(`inside a running procedure: ${inside} of ${given} commands`, rates);
  const all = chartNames.reduce((sum, name) => sum + compiledChart(name).cells.length / 4, 0);
  console.log(`transitions taken by the seeds: ${taken.size} of ${all}`);
  expect(inside / given).toBeGreaterThanOrEqual(0.5);
  for (const each of Object.values(rates)) expect(each).toBeGreaterThanOrEqual(0.05);
});
