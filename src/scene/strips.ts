import { within } from '../charts/index.ts';
import { order } from '../commands/order.ts';
import { instantAt, kindAt, operandAt } from '../model/fact.ts';
import { kindNumber } from '../model/kinds.ts';
import type { Plan } from '../model/plan.ts';
import { schema } from '../model/schema.ts';
import type { TableName } from '../model/schema.ts';
import type { Micros } from '../model/time.ts';
import { worldOf } from '../model/world.ts';

/** Width of one sample of throughput. */
export const sampleWidth: Micros = 100_000;
/** Answers are averaged over this many samples, so that single requests make a line. */
const smoothing = 6;
const sampleOf = (at: Micros): number => Math.floor(at / sampleWidth);
/** A gap without answers counts as an outage from this length on. */
const outageFrom: Micros = 700_000;

/** Why a phase span stands on the timeline. */
export type Phase =
  | 'detect'
  | 'fence'
  | 'replay'
  | 'activate'
  | 'names'
  | 'log in'
  | 'serve'
  | 'giving back'
  | 'moving';

export interface PhaseSpan {
  readonly server: number;
  readonly phase: Phase;
  readonly from: Micros;
  to: Micros | null;
}

export interface Flag {
  readonly at: Micros;
  readonly seq: number;
  /** A person broke or mended something, or the system noticed. */
  readonly by: 'person' | 'system';
  readonly fault: boolean;
  /** What the system noticed, or the thing that a person acted on. */
  readonly text: string;
  /** The place of a person’s command in the registry. */
  readonly command?: number;
}

export interface Outage {
  readonly owner: number;
  readonly from: Micros;
  /** Null while it lasts. */
  to: Micros | null;
}

const kind = kindNumber;
const tableNames = Object.keys(schema) as readonly TableName[];

const phaseOf = (configuration: number): Phase | null => {
  const is = (path: string): boolean => within('failoverMonitor', configuration, path);
  if (is('suspect') || is('deciding') || is('ordered')) return 'detect';
  if (is('takingOver.fencing')) return 'fence';
  if (is('takingOver.replaying')) return 'replay';
  if (is('takingOver.activating')) return 'activate';
  if (is('takingOver.writing')) return 'names';
  if (is('takingOver.loggingIn')) return 'log in';
  if (is('inTakeover')) return 'serve';
  if (is('givingBack')) return 'giving back';
  return null;
};

/** What the timeline shows, folded from facts: flags, phases, throughput and outages per owner. */
export class Strips {
  readonly flags: Flag[] = [];
  readonly phases: PhaseSpan[] = [];
  readonly outages: Outage[] = [];
  /** Instants at which a heartbeat was missed. */
  readonly missed: Micros[] = [];
  /** For each owner, kB answered and summed latency (µs) per sample. */
  readonly moved: number[][] = [];
  readonly latency: number[][] = [];
  readonly answers: number[][] = [];
  private readonly lunHome: Int32Array;
  private readonly partner: Int32Array;
  private readonly lastAnswer: number[] = [];
  private readonly plan: Plan;
  /** The highest throughput seen, kB/s: the full height of every strip. */
  highest = 0;
  /** For each server, when it or its partner was broken last; -1 for never. */
  private readonly brokenAt: number[] = [];
  private seq = 0;

  constructor(plan: Plan) {
    this.plan = plan;
    const world = worldOf(plan);
    this.lunHome = world.lun.home;
    this.partner = world.server.partner;
    for (let server = 1; server < world.server.rows; server++) {
      this.moved[server] = [];
      this.latency[server] = [];
      this.answers[server] = [];
      this.lastAnswer[server] = 0;
      this.brokenAt[server] = -1;
    }
  }

  /** Takes in one packed fact. */
  take(words: Int32Array, i: number): void {
    const k = kindAt(words, i);
    const seq = this.seq++;
    if (k === kind['io.acknowledged']) {
      this.answer(
        instantAt(words, i),
        operandAt(words, i, 1),
        operandAt(words, i, 2),
        operandAt(words, i, 3),
      );
    } else if (k === kind['command.given']) {
      this.given(instantAt(words, i), seq, words, i);
    } else if (k === kind['heartbeat.missed']) {
      this.missed.push(instantAt(words, i));
    } else if (k === kind['partner.declared-failed']) {
      const text = `${this.short(operandAt(words, i, 0))} declares ${this.short(operandAt(words, i, 1))} failed`;
      this.flags.push({ at: instantAt(words, i), seq, by: 'system', fault: false, text });
    } else if (k === kind['giveback.started']) {
      const text = `${this.short(operandAt(words, i, 0))} gives back`;
      this.flags.push({ at: instantAt(words, i), seq, by: 'system', fault: false, text });
    } else if (k === kind['port.failure-detected']) {
      this.flags.push({
        at: instantAt(words, i),
        seq,
        by: 'system',
        fault: false,
        text: 'port failure noticed',
      });
    } else if (k === kind['monitor.state']) {
      this.phase(instantAt(words, i), operandAt(words, i, 0), operandAt(words, i, 1));
    }
  }

  private short(server: number): string {
    return this.plan.ids.server![server]!;
  }

  private given(at: Micros, seq: number, words: Int32Array, i: number): void {
    const command = operandAt(words, i, 0);
    const table = tableNames[operandAt(words, i, 1)]!;
    const text = this.plan.ids[table]![operandAt(words, i, 2)]!;
    const [, fault] = order[command]!;
    if (fault) this.broken(at, text);
    this.flags.push({ at, seq, by: 'person', fault, text, command });
  }

  /** A thing of a server concerns its pair; anything else may concern everybody. */
  private broken(at: Micros, id: string): void {
    const struck = this.plan.ids.server!.indexOf(id.split('.')[0]!);
    for (let server = 1; server < this.brokenAt.length; server++)
      if (struck < 1 || server === struck || this.partner[server] === struck)
        this.brokenAt[server] = at;
  }

  private phase(at: Micros, server: number, configuration: number): void {
    const open = this.phases.findLast((span) => span.server === server && span.to === null);
    const phase = phaseOf(configuration);
    if (open?.phase === phase) return;
    if (open) open.to = at;
    if (phase) {
      const brokenAt = this.brokenAt[server]!;
      // Silence begins at the failure, not at the first missing heartbeat.
      const from = phase === 'detect' && brokenAt >= 0 && at - brokenAt < 3_000_000 ? brokenAt : at;
      this.phases.push({ server, phase, from, to: null });
    }
  }

  private answer(at: Micros, lun: number, size: number, latency: number): void {
    const owner = this.lunHome[lun]!;
    const sample = sampleOf(at);
    const add = (list: number[], amount: number): void => {
      while (list.length <= sample) list.push(0);
      list[sample]! += amount;
    };
    add(this.moved[owner]!, size);
    add(this.latency[owner]!, latency);
    add(this.answers[owner]!, 1);
    this.highest = Math.max(this.highest, this.throughput(owner, sample - 1));
    const open = this.outages.findLast((outage) => outage.owner === owner && outage.to === null);
    if (open) open.to = at;
    else this.notice(owner, at, at);
    this.lastAnswer[owner] = at;
  }

  /** An outage begins where service was last seen, or where the person broke something after. */
  private notice(owner: number, at: Micros, to: Micros | null): void {
    const last = this.lastAnswer[owner]!;
    if (at - last < outageFrom || last === 0) return;
    const brokenAt = this.brokenAt[owner]!;
    const from =
      brokenAt > last - outageFrom && brokenAt < at ? Math.min(brokenAt, last + outageFrom) : last;
    this.outages.push({
      owner,
      from: Math.max(from, Math.min(last, brokenAt >= 0 ? brokenAt : last)),
      to,
    });
  }

  /** The branch is computed this far: an owner that has been silent since is out of service. */
  reach(horizon: Micros): void {
    for (let owner = 1; owner < this.lastAnswer.length; owner++) {
      if (this.outages.some((outage) => outage.owner === owner && outage.to === null)) continue;
      this.notice(owner, horizon, null);
    }
  }

  /**
   * The first sample of the average that ends with `sample`: no average reaches across an outage.
   * Null inside an outage, where there is nothing to average.
   */
  private averagedFrom(owner: number, sample: number): number | null {
    let first = Math.max(0, sample - smoothing + 1);
    for (const { owner: whose, from, to } of this.outages) {
      if (whose !== owner || sampleOf(from) > sample) continue;
      if (to === null || sampleOf(to) > sample) return null;
      first = Math.max(first, sampleOf(to));
    }
    return first;
  }

  /** Throughput of an owner around a sample, kB/s. */
  throughput(owner: number, sample: number): number {
    const first = this.averagedFrom(owner, sample);
    if (first === null) return 0;
    let sum = 0;
    for (let i = first; i <= sample; i++) sum += this.moved[owner]![i] ?? 0;
    // Right after an outage the burst of those that waited is spread like any other.
    return (sum * 1_000_000) / (Math.max(1, Math.min(smoothing, sample + 1)) * sampleWidth);
  }

  /** Mean latency of an owner’s requests around a sample, µs. */
  meanLatency(owner: number, sample: number): number {
    const first = this.averagedFrom(owner, sample);
    if (first === null) return 0;
    let sum = 0;
    let count = 0;
    for (let i = first; i <= sample; i++) {
      sum += this.latency[owner]![i] ?? 0;
      count += this.answers[owner]![i] ?? 0;
    }
    return count === 0 ? 0 : sum / count;
  }

  /** The outage of an owner that holds at an instant. */
  outageAt(owner: number, at: Micros): Outage | null {
    return (
      this.outages.find(
        (each) => each.owner === owner && each.from <= at && (each.to === null || at < each.to),
      ) ?? null
    );
  }
}
