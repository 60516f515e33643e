import { factWords } from '../model/fact.ts';
import { apply } from '../model/kinds.ts';
import type { Plan } from '../model/plan.ts';
import type { Trace } from '../model/trace.ts';
import { worldOf } from '../model/world.ts';
import type { World } from '../model/world.ts';
import type { Format, Telling, Writer } from './format.ts';

/** Writes facts as they come; it folds them, so that each is told in its own world. */
export class LogStream {
  /** Facts taken in so far: the sequence number of the next one. */
  count = 0;
  private readonly writer: Writer;
  private readonly world: World;

  constructor(plan: Plan, format: Format, telling: Telling) {
    this.writer = format.writer(plan, telling);
    this.world = worldOf(plan);
  }

  begin(): string {
    return this.writer.begin();
  }

  /** Takes in the next packed fact. @returns its text, empty when it is not wanted */
  fact(words: Int32Array, i: number, wanted = true): string {
    apply(this.world, words, i);
    const seq = this.count++;
    return wanted ? this.writer.fact(this.world, words, i, seq) : '';
  }

  /** Takes in all facts of packed words. */
  take(words: Int32Array): string {
    let text = '';
    for (let i = 0; i < words.length / factWords; i++) text += this.fact(words, i);
    return text;
  }

  end(): string {
    return this.writer.end();
  }
}

/** Facts that are to be written, in order: a place counted from 0 gives a sequence number. */
export interface Picked {
  readonly found: number;
  seqAt(place: number): number;
}

/** Writes facts of a trace that stands, a stretch at a time. */
export class Writing {
  private readonly stream: LogStream;
  private readonly trace: Trace;
  private readonly picked: Picked | null;
  private readonly until: number;
  private place = 0;
  private parts: string[];

  /** @param picked the facts wanted, null for all */
  constructor(plan: Plan, trace: Trace, format: Format, telling: Telling, picked: Picked | null) {
    this.stream = new LogStream(plan, format, telling);
    this.trace = trace;
    this.picked = picked;
    this.until = !picked ? trace.count : picked.found > 0 ? picked.seqAt(picked.found - 1) + 1 : 0;
    this.parts = [this.stream.begin()];
  }

  /** The text that was written since this was asked last, in parts. */
  drain(): string[] {
    const { parts } = this;
    this.parts = [];
    return parts;
  }

  /** How much is done, 0 to 1. */
  get share(): number {
    return this.until === 0 ? 1 : this.stream.count / this.until;
  }

  /** Takes in so many more facts at most. @returns whether it is done */
  advance(most: number): boolean {
    const { stream, trace, until, picked } = this;
    const end = Math.min(until, stream.count + most);
    let text = '';
    trace.forEach(stream.count, end, (words, i, seq) => {
      const wanted = !picked || picked.seqAt(this.place) === seq;
      if (wanted) this.place++;
      text += stream.fact(words, i, wanted);
    });
    const done = end === until;
    if (done) text += stream.end();
    if (text !== '') this.parts.push(text);
    return done;
  }
}
