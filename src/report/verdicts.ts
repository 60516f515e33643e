import type { Expectation, Expected, Pattern } from '../content/expectation.ts';
import { instantAt, kindAt, operandAt } from '../model/fact.ts';
import { kindNumber } from '../model/kinds.ts';
import { thingOf } from '../model/plan.ts';
import type { Plan } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import type { World } from '../model/world.ts';
import { fields } from '../trace/fields.ts';
import { Quoted } from '../trace/quoted.ts';
import type { Outages } from './outages.ts';
import { placeOf } from './places.ts';

/** Whether an expectation holds, and what was found, as a sentence. */
export interface Verdict {
  readonly line: string;
  readonly holds: boolean;
  readonly found: string;
}

/** What is known when a run ends. */
export interface Ending {
  readonly world: World;
  readonly outages: Outages;
  readonly horizon: Micros;
  /** The first broken invariant, as a sentence; null when all hold. */
  readonly broken: string | null;
}

interface Seen {
  readonly seq: number;
  readonly at: Micros;
}

/** Waits for facts of one expectation: one pattern, or several one after the other. */
interface Watch {
  readonly patterns: readonly Pattern[];
  readonly met: Seen[];
  /** A fact that fits the first pattern but for its instant. */
  missed: Seen | null;
}

const seconds = (at: Micros): string => `${(at / 1_000_000).toFixed(6)} s`;
const when = ({ seq, at }: Seen): string => `at ${seconds(at)} (fact ${seq})`;

/** Holds a run against what its scenario expects, fact by fact. */
export class Verdicts {
  private readonly plan: Plan;
  private readonly quoted: Quoted;
  private readonly expectations: readonly Expectation[];
  private readonly watches: readonly Watch[];
  /** Watches by the numbers of the kinds that they wait for. */
  private readonly byKind: Watch[][] = [];

  constructor(plan: Plan, expectations: readonly Expectation[]) {
    this.plan = plan;
    this.quoted = new Quoted(plan);
    this.expectations = expectations;
    this.watches = expectations.map(({ expected }) => {
      const watch: Watch = { patterns: patternsOf(expected), met: [], missed: null };
      for (const kind of new Set(watch.patterns.map((pattern) => pattern.kind)))
        (this.byKind[kindNumber[kind]] ??= []).push(watch);
      return watch;
    });
  }

  /** Takes in one packed fact. */
  take(words: Int32Array, i: number, seq: number): void {
    const kind = kindAt(words, i);
    for (const watch of this.byKind[kind] ?? []) {
      const pattern = watch.patterns[watch.met.length];
      if (!pattern || kindNumber[pattern.kind] !== kind || !this.fits(pattern, words, i)) continue;
      const at = instantAt(words, i);
      if (at >= pattern.after && at < pattern.before) watch.met.push({ seq, at });
      else watch.missed = { seq, at };
    }
  }

  private fits(pattern: Pattern, words: Int32Array, i: number): boolean {
    const [a, b, c, d] = [0, 1, 2, 3].map((n) => operandAt(words, i, n)) as [
      number,
      number,
      number,
      number,
    ];
    const own = fields[pattern.kind];
    return pattern.fields.every(
      ({ place, text }) => own[place]!.text(this.quoted, a, b, c, d) === text,
    );
  }

  /** What became of each expectation, in the order of the file. */
  all(ending: Ending): readonly Verdict[] {
    return this.expectations.map(({ line, expected }, i) => {
      const fault = this.faultOf(expected, this.watches[i]!, ending);
      const found = fault ?? this.proof(expected, this.watches[i]!, ending);
      return { line, holds: fault === null, found };
    });
  }

  /** Why an expectation does not hold; null when it does. */
  private faultOf(expected: Expected, watch: Watch, ending: Ending): string | null {
    switch (expected.what) {
      case 'fact':
        if (watch.met.length > 0) return null;
        return watch.missed ? `It happened ${when(watch.missed)}.` : 'It never happened.';
      case 'never':
        return watch.met[0] ? `It happened ${when(watch.met[0])}.` : null;
      case 'order': {
        const next = expected.patterns[watch.met.length];
        if (!next) return null;
        const last = watch.met.at(-1);
        return last
          ? `After ${watch.patterns[watch.met.length - 1]!.kind} ${when(last)} no ${next.kind} followed.`
          : `No ${next.kind} happened.`;
      }
      case 'invariants':
        return ending.broken;
      case 'owner':
        return firstOf(expected.owners, ([id, server]) => this.strangeOwner(ending, id, server));
      case 'place':
        return firstOf(expected.places, ([id, vport]) => {
          const row = placeOf(ending.world, thingOf(this.plan, id)!.row);
          const place = row === 0 ? null : this.plan.ids.vport![row]!;
          return place === vport ? null : `The name of ${id} is ${place ?? 'nowhere'}.`;
        });
      case 'pause':
        return firstOf(expected.pauses, ({ lun, atLeast, atMost }) => {
          const pause = ending.outages.silence(thingOf(this.plan, lun)!.row, ending.horizon);
          return pause >= atLeast && pause <= atMost ? null : this.paused(lun, ending);
        });
    }
  }

  private strangeOwner({ world }: Ending, id: string, server: string): string | null {
    const { table, row } = thingOf(this.plan, id)!;
    for (let disk = 1; disk < world.disk.rows; disk++) {
      if ((table === 'disk' ? disk : world.disk.shelf[disk]!) !== row) continue;
      const owner = this.plan.ids.server![world.disk.owner[disk]!]!;
      if (owner !== server) return `${this.plan.ids.disk![disk]} belongs to ${owner}.`;
    }
    return null;
  }

  private paused(lun: string, { outages, horizon }: Ending): string {
    const pause = outages.silence(thingOf(this.plan, lun)!.row, horizon);
    return `The longest wait for an answer of ${lun} was ${seconds(pause)}.`;
  }

  /** What shows that an expectation holds. */
  private proof(expected: Expected, watch: Watch, ending: Ending): string {
    if (expected.what === 'pause')
      return expected.pauses.map(({ lun }) => this.paused(lun, ending)).join(' ');
    if (expected.what === 'never') return 'It never happened.';
    if (watch.met.length > 0) return `It happened ${when(watch.met.at(-1)!)}.`;
    return 'It is so.';
  }
}

function patternsOf(expected: Expected): readonly Pattern[] {
  if (expected.what === 'order') return expected.patterns;
  return expected.what === 'fact' || expected.what === 'never' ? [expected.pattern] : [];
}

function firstOf<T>(list: readonly T[], fault: (each: T) => string | null): string | null {
  for (const each of list) {
    const found = fault(each);
    if (found !== null) return found;
  }
  return null;
}
