import type { Expectation } from '../content/expectation.ts';
import { becauseAt, factWords, instantAt, kindAt, operandAt } from '../model/fact.ts';
import { apply, kindNumber } from '../model/kinds.ts';
import { addressText } from '../model/address.ts';
import { idOf } from '../model/plan.ts';
import type { Plan } from '../model/plan.ts';
import { hashOf } from '../model/table.ts';
import type { Micros } from '../model/time.ts';
import { worldOf } from '../model/world.ts';
import type { World } from '../model/world.ts';
import { properties } from '../properties/index.ts';
import { Outages } from './outages.ts';
import type { Part } from './parts.ts';
import { placeOf, primaries } from './places.ts';
import { Verdicts } from './verdicts.ts';

export const reportVersion = 1;

/** The first time that an invariant was found broken. Things are named by their ids. */
export interface Violation {
  readonly seq: number;
  readonly at: Micros;
  /** The fact after which it was found. */
  readonly because: number;
  readonly witnesses: readonly string[];
}

/** What a run has shown. Times and lengths are whole microseconds. */
export interface Report {
  readonly format: 'understudy-report';
  readonly version: typeof reportVersion;
  readonly scenario: { readonly id: string; readonly title: string };
  readonly seed: number;
  /** How far the run went. */
  readonly time: Micros;
  readonly facts: number;
  /** SHA-256 of the canonical trace. */
  readonly traceHash: string;
  /** Commands that did not apply at their moment; the run went on without them. */
  readonly refused: readonly Refused[];
  readonly invariants: readonly {
    readonly id: string;
    readonly sentence: string;
    readonly holds: boolean;
    readonly first: Violation | null;
  }[];
  readonly outages: readonly {
    readonly lun: string;
    readonly from: Micros;
    readonly to: Micros | null;
    readonly length: Micros;
    readonly server: string | null;
    readonly vport: string | null;
    readonly parts: Readonly<Record<Part, Micros>>;
  }[];
  /** The owner of each disk. */
  readonly owners: Readonly<Record<string, string>>;
  /** Where each name is logged in; null for nowhere. */
  readonly names: readonly {
    readonly home: string;
    readonly nodeName: string;
    readonly portName: string;
    readonly place: string | null;
    readonly address: string | null;
  }[];
  readonly expectations: readonly {
    readonly line: unknown;
    readonly holds: boolean;
    readonly found: string;
  }[];
}

export interface Refused {
  readonly at: Micros;
  readonly command: string;
  readonly thing: string;
  readonly what: string;
  readonly hint: string;
}

/** Reads a run as it goes: folds its facts into a world of its own and notes what they show. */
export class Reporter {
  private readonly plan: Plan;
  /** How the facts taken in so far leave it; for reading only. */
  readonly world: World;
  private readonly outages: Outages;
  private readonly verdicts: Verdicts;
  private readonly violations = new Map<number, Violation>();
  private count = 0;

  constructor(plan: Plan, expectations: readonly Expectation[] = []) {
    this.plan = plan;
    this.world = worldOf(plan);
    this.outages = new Outages(plan);
    this.verdicts = new Verdicts(plan, expectations);
  }

  /** Takes in all facts of packed words, which follow those taken in before. */
  take(words: Int32Array): void {
    const facts = words.length / factWords;
    for (let i = 0; i < facts; i++) this.takeFact(words, i);
  }

  /** Takes in one fact of packed words. */
  takeFact(words: Int32Array, i: number): void {
    this.outages.take(this.world, words, i);
    this.verdicts.take(words, i, this.count);
    if (kindAt(words, i) === kindNumber['invariant.broken']) this.broken(words, i);
    apply(this.world, words, i);
    this.count++;
  }

  /** Hash of the world that the facts lead to, to be held against the engine’s own. */
  hash(): number {
    return hashOf(this.world.store);
  }

  private broken(words: Int32Array, i: number): void {
    const property = operandAt(words, i, 0);
    if (this.violations.has(property)) return;
    const witnesses = properties[property - 1]!.witnesses.flatMap((table, place) => {
      const row = operandAt(words, i, 1 + place);
      return table === undefined || row === 0 ? [] : [idOf(this.plan, { table, row })];
    });
    this.violations.set(property, {
      seq: this.count,
      at: instantAt(words, i),
      because: becauseAt(words, i),
      witnesses,
    });
  }

  /** The report at the end of a run. */
  report(time: Micros, traceHash: string, refused: readonly Refused[]): Report {
    const { plan, world, outages } = this;
    const invariants = properties.map(({ id, sentence }, place) => {
      const first = this.violations.get(place + 1) ?? null;
      return { id, sentence, holds: first === null, first };
    });
    const worst = invariants
      .filter((each) => each.first !== null)
      .sort((x, y) => x.first!.seq - y.first!.seq)[0];
    const broken = worst
      ? `${worst.id} broke at ${(worst.first!.at / 1_000_000).toFixed(6)} s (fact ${worst.first!.seq}).`
      : null;
    return {
      format: 'understudy-report',
      version: reportVersion,
      scenario: { id: plan.id, title: plan.title },
      seed: plan.settings.seed,
      time,
      facts: this.count,
      traceHash,
      refused,
      invariants,
      outages: outages.list(time).map(({ lun, from, to, parts, server, vport }) => ({
        lun: plan.ids.lun![lun]!,
        from,
        to,
        length: (to ?? time) - from,
        server: plan.ids.server![server] || null,
        vport: plan.ids.vport![vport] || null,
        parts,
      })),
      owners: Object.fromEntries(
        plan.ids.disk!.slice(1).map((id, i) => [id, plan.ids.server![world.disk.owner[i + 1]!]!]),
      ),
      names: this.names(),
      expectations: this.verdicts
        .all({ world, outages, horizon: time, broken })
        .map(({ line, holds, found }) => ({ line: JSON.parse(line) as unknown, holds, found })),
    };
  }

  private names(): Report['names'] {
    const { plan, world: w } = this;
    return primaries(w).map((home) => {
      const place = placeOf(w, home);
      const address = w.vport.address[place]!;
      return {
        home: plan.ids.vport![home]!,
        nodeName: plan.names[w.vport.nodeName[home]!]!,
        portName: plan.names[w.vport.portName[home]!]!,
        place: place === 0 ? null : plan.ids.vport![place]!,
        address: place === 0 || address === 0 ? null : addressText(address),
      };
    });
  }
}

/** Whether every invariant and every expectation holds. */
export const allHolds = ({ invariants, expectations }: Report): boolean =>
  invariants.every(({ holds }) => holds) && expectations.every(({ holds }) => holds);
