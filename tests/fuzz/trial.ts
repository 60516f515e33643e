import { stateOf, within } from '../../src/charts/index.ts';
import { commands } from '../../src/commands/index.ts';
import type { Command } from '../../src/commands/index.ts';
import { planOf } from '../../src/content/plan.ts';
import { parse } from '../../src/content/scenario.ts';
import { chartRows } from '../../src/kernel/chartRows.ts';
import { Sim } from '../../src/kernel/run.ts';
import type { Mutation } from '../../src/kernel/run.ts';
import { factWords, instantAt, kindAt, operandAt } from '../../src/model/fact.ts';
import { apply, kindNames } from '../../src/model/kinds.ts';
import { idOf } from '../../src/model/plan.ts';
import { hashOf } from '../../src/model/table.ts';
import { ms, seconds } from '../../src/model/time.ts';
import { worldOf } from '../../src/model/world.ts';
import { properties } from '../../src/properties/index.ts';
import type { Cluster } from './cluster.ts';

/** One thing that a person does: after how long, ms, and which of all that is possible then. */
export interface Step {
  readonly gap: number;
  /** Below 6: something is mended, if anything can be. */
  readonly mood: number;
  readonly choice: number;
}

interface Able {
  readonly command: Command;
  readonly id: string;
}

/** A line of a scenario’s script. */
interface Deed {
  readonly at: string;
  readonly do: string;
  readonly thing: string;
}

const mending = ['up', 'mend', 'giving-back'];
const breaking = ['down', 'panic', 'hung', 'cut'];
const procedures = {
  monitor: ['takingOver', 'undoing', 'givingBack', 'suspect', 'deciding', 'forcing', 'ordered'],
  life: ['booting', 'looking', 'recovering', 'shuttingDown', 'replayingOwnLog'],
  port: ['movingName', 'returning', 'withdrawing', 'linkLost', 'settling'],
};

/** A run of a cluster to which things happen, and after which everything is mended. */
export class Trial {
  readonly sim: Sim;
  readonly script: Deed[] = [];
  given = 0;
  /** Commands that fell inside a running procedure. */
  inside = 0;
  /** Something broke while a takeover was under way. */
  secondFault = false;
  private readonly cluster: Cluster;
  private at = seconds(1);
  private failsFrom = Infinity;

  constructor(cluster: Cluster, mutation: Mutation = {}) {
    this.cluster = cluster;
    const parsed = parse(this.file());
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    this.sim = new Sim(planOf(parsed.scenario), mutation);
    this.sim.runUntil(this.at);
  }

  /** Waits, and does what the step chooses. */
  take({ gap, mood, choice }: Step): void {
    this.wait(ms(gap));
    const all = this.able();
    const mends = all.filter(({ command }) => [...mending, 'taking-over'].includes(command.glyph));
    // What happens to servers and ports starts procedures; the rest befalls them.
    const starters = all.filter(({ command }) => ['server', 'port'].includes(command.table));
    const some = mood % 2 ? starters : all;
    const pool = mends.length > 0 && mood < 6 ? mends : some;
    const chosen = pool[choice % pool.length]!;
    this.note(chosen.command);
    this.give(chosen);
  }

  /** Does what a script says, which was found by an earlier trial. */
  replay(script: readonly Deed[]): void {
    for (const { at, do: command, thing } of script) {
      this.wait(ms(Number.parseFloat(at)) - this.at);
      this.give({ command: commands.find(({ id }) => id === command)!, id: thing });
    }
  }

  /** Lets what was begun end, then mends whatever is broken and gives back what is held. */
  mend(): void {
    this.wait(seconds(20));
    this.failsFrom = this.sim.count;
    for (let round = 0; round < 3; round++) {
      for (const each of this.able()) {
        const row = this.sim.plan.ids[each.command.table]!.indexOf(each.id);
        // What was mended before may have made this one needless.
        if (
          mending.includes(each.command.glyph) &&
          each.command.appliesTo(this.sim.world, row) === true
        )
          this.give(each);
      }
      this.wait(seconds(12));
    }
  }

  /**
   * Kinds of facts told before the mending. Throws when a property broke, the page would see another
   * world, or what is mended is not as in a cluster that has always been well.
   */
  judge(): Set<string> {
    const seen = new Set<string>();
    const words = this.sim.drain();
    const world = worldOf(this.sim.plan);
    for (let i = 0; i < words.length / factWords; i++) {
      const name = kindNames[kindAt(words, i)]!;
      if (i < this.failsFrom) seen.add(name);
      apply(world, words, i);
      if (name !== 'invariant.broken') continue;
      const { id } = properties[operandAt(words, i, 0) - 1]!;
      this.fail(`${id} broke at ${instantAt(words, i) / 1e6} s, witness ${operandAt(words, i, 1)}`);
    }
    if (hashOf(world.store) !== this.sim.hash()) this.fail('the fold differs from the kernel');
    const { unwell } = this;
    if (unwell.length > 0) this.fail(`all is mended, but ${unwell.join(', ')}`);
    return seen;
  }

  /** The trial as a scenario file, with everything that was done so far. */
  file(): object {
    const { topology, timers, policies, workload } = this.cluster;
    return {
      version: 1,
      id: 'found',
      title: 'Found by a random run',
      topology,
      timers,
      policies,
      workload,
      script: this.script,
    };
  }

  private wait(time: number): void {
    this.sim.runUntil((this.at += time));
  }

  /** Everything that a person could do now, except to stop the hosts. */
  private able(): Able[] {
    const { plan, world } = this.sim;
    return commands.flatMap((command) =>
      command.table === 'host'
        ? []
        : (plan.ids[command.table] ?? [])
            .slice(1)
            .flatMap((id, row) =>
              command.appliesTo(world, row + 1) === true ? [{ command, id }] : [],
            ),
    );
  }

  /** Takes note of what the next command falls into. */
  private note(command: Command): void {
    const { server, port } = this.sim.world;
    const any = (
      chart: 'failoverMonitor' | 'server' | 'physicalPort',
      states: Int32Array,
      names: readonly string[],
    ): boolean =>
      states.some((state, row) => row > 0 && names.some((name) => within(chart, state, name)));
    this.given++;
    if (
      any('failoverMonitor', server.monitor, procedures.monitor) ||
      any('server', server.life, procedures.life) ||
      any('physicalPort', port.monitor, procedures.port)
    )
      this.inside++;
    if (breaking.includes(command.glyph) && any('failoverMonitor', server.monitor, ['takingOver']))
      this.secondFault = true;
  }

  private give({ command, id }: Able): void {
    this.script.push({ at: `${this.at / 1000}ms`, do: command.id, thing: id });
    const refusal = this.sim.act(command.id, id);
    if (refusal) this.fail(`${command.id} ${id} applied and was refused: ${refusal.what}`);
  }

  /** Rows whose chart does not stand where it does in a cluster that has always been well. */
  private get unwell(): string[] {
    const { plan, world } = this.sim;
    const always = new Sim(plan);
    always.runUntil(seconds(1));
    return chartRows.flatMap(({ chart, table, column }) => {
      const states = (w: typeof world): Int32Array =>
        (w[table] as unknown as Record<string, Int32Array>)[column]!;
      const [now, then] = [states(world), states(always.world)];
      return [...now.keys()]
        .filter((row) => row > 0 && now[row] !== then[row])
        .map((row) => `${chart} ${idOf(plan, { table, row })} ${stateOf(chart, now[row]!)}`);
    });
  }

  private fail(what: string): never {
    throw new Error(`${what}\n${JSON.stringify(this.file())}`);
  }
}
