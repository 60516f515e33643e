import type { Fault } from '../../src/content/faults/fault.ts';
import { fromGallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { stateOf } from '../../src/charts/index.ts';
import { Sim } from '../../src/kernel/run.ts';
import { factWords, instantAt, kindAt, operandAt } from '../../src/model/fact.ts';
import { kindNumber } from '../../src/model/kinds.ts';
import { ms, seconds } from '../../src/model/time.ts';
import { properties } from '../../src/properties/index.ts';
import { numbers, quick } from '../seeds.ts';
import { excuse } from './outage.ts';

/** Procedures last a fraction of their usual time here, and so do the gaps of the scripts. */
const hurry = 0.25;
const settling = seconds(25);
/** Nobody answered for so long at the end: service is lost. */
const silence = seconds(6);

type Deed = readonly [at: number, command: string, thing: string];

const mirrored: Readonly<Record<string, string>> = { A: 'B', B: 'A', shelf1: 'shelf2' };
const mirror = (thing: string): string =>
  thing.startsWith('interconnect')
    ? thing
    : thing
        .split('.')
        .map((part) => mirrored[part] ?? part)
        .join('.');

/** The script of a fault in a hurry, from an instant on; mirrored, A and B change places. */
function deedsOf({ script }: Fault, from: number, swap: boolean): Deed[] {
  const first = script[0]![0];
  return script.map(([at, command, thing]) => [
    from + Math.round((at - first) * 1e6 * hurry),
    command,
    swap ? mirror(thing) : thing,
  ]);
}

/** Two faults, the second at a random distance after the first, in the same pair or mirrored. */
export class Pair {
  readonly sim: Sim;
  readonly log: string[] = [];
  /**
   * What the settings leave out costs availability: a lit server that nobody resets keeps its names,
   * and a late name server keeps them from their next login.
   */
  private readonly spared: ReadonlySet<string>;

  constructor(first: Fault, second: Fault, seed: number) {
    const next = numbers(seed);
    const scenario = fromGallery('top-1')!;
    const settings = {
      ...scenario.settings,
      ...first.settings,
      ...second.settings,
      ...quick,
      seed,
      givebacksAllowed: 3,
    };
    settings.logoutQuiesce = Math.round(settings.logoutQuiesce * hurry);
    this.sim = new Sim(planOf({ ...scenario, settings }));
    this.spared = new Set([
      ...(first.breaks ?? []),
      ...(second.breaks ?? []),
      ...(settings.resetPartner ? [] : ['L5']),
      ...(settings.logoutQuiesce ? ['L1'] : []),
    ]);
    const from = seconds(2) + next(ms(1500));
    // Short distances fall into what the first has started, long ones into what it has become.
    const distance = next(2) ? next(ms(1500)) : next(seconds(12));
    const deeds = [
      ...deedsOf(first, from, false),
      ...deedsOf(second, from + distance, next(2) === 1),
    ].sort(([a], [b]) => a - b);
    for (const [at, command, thing] of deeds) {
      this.sim.runUntil(at);
      // What does not apply any more is left out: the other fault was faster.
      const refusal = this.sim.act(command, thing);
      this.log.push(`${at / 1e6} ${command} ${thing}${refusal ? ' (does not apply)' : ''}`);
    }
    this.sim.runUntil(deeds.at(-1)![0] + settling);
  }

  /** What is wrong: a property that broke, or a LUN that a server could serve and none does. */
  get wrong(): string[] {
    const words = this.sim.drain();
    const broken = new Set<string>();
    const answered = new Map<number, number>();
    for (let i = 0; i < words.length / factWords; i++) {
      const kind = kindAt(words, i);
      if (kind === kindNumber['invariant.broken']) {
        const { id } = properties[operandAt(words, i, 0) - 1]!;
        if (!this.spared.has(id)) broken.add(`${id} broke at ${instantAt(words, i) / 1e6}`);
      }
      if (kind === kindNumber['io.acknowledged'])
        answered.set(operandAt(words, i, 1), instantAt(words, i));
    }
    const { lun, server } = this.sim.world;
    const lost: string[] = [];
    for (let row = 1; row < lun.rows; row++) {
      const home = lun.home[row]!;
      if ((answered.get(row) ?? 0) >= this.sim.now - silence || excuse(this.sim, home)) continue;
      const states = [home, server.partner[home]!].map(
        (each) =>
          `${stateOf('server', server.life[each]!)} and ${stateOf('failoverMonitor', server.monitor[each]!)}`,
      );
      lost.push(`nobody answers for LUN ${row}: its home is ${states.join(', its partner ')}`);
    }
    return [...broken, ...lost];
  }
}
