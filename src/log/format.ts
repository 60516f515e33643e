import type { Plan } from '../model/plan.ts';
import type { World } from '../model/world.ts';
import type { Length } from './logText.ts';

/** How sentences are told. */
export interface Telling {
  readonly length: Length;
  /** A text in the words in use. */
  readonly say: (text: string) => string;
}

export const plainTelling: Telling = { length: 'short', say: (text) => text };

/** Writes facts, one after the other, as the text of a file. */
export interface Writer {
  /** What stands before the first fact. */
  begin(): string;
  /** One packed fact at index `i`; the world is that just after it. */
  fact(w: World, words: Int32Array, i: number, seq: number): string;
  /** What stands after the last fact. */
  end(): string;
}

/** A kind of file that the log can be written as. */
export interface Format {
  readonly id: string;
  readonly title: string;
  /** Of the file’s name, without its dot. */
  readonly extension: string;
  /** Media type. */
  readonly type: string;
  readonly writer: (plan: Plan, telling: Telling) => Writer;
}
