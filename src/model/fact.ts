import type { Column } from './table.ts';
import type { Micros } from './time.ts';
import type { World } from './world.ts';

/**
 * Facts are the only writers of the world. A fact is eight 32-bit words, so a million of them
 * take 32 MB; objects exist only in a reader.
 *
 *   word 0  kind in the low 8 bits, upper half of the instant above them
 *   word 1  lower half of the instant (µs)
 *   word 2  step: facts of one step belong together
 *   word 3  because: sequence number of the fact that led to this one, -1 for none
 *   words 4 to 7  operands, declared per kind
 */
export const factWords = 8;

export type Operand = Pick<Column, 'kind' | 'about' | 'of' | 'words' | 'unit'>;

/** How loud a kind of fact is: what a person can step to, what only the full log shows. */
export type Loudness = 'event' | 'detail' | 'routine';

export interface Kind {
  readonly operands: readonly Operand[];
  readonly loudness: Loudness;
  /** Writes the cells; a, b, c, d are the operands. */
  readonly apply: (w: World, at: Micros, a: number, b: number, c: number, d: number) => void;
}

export const event = (operands: readonly Operand[], apply: Kind['apply'] = nothing): Kind => ({
  loudness: 'event',
  operands,
  apply,
});
export const detail = (operands: readonly Operand[], apply: Kind['apply'] = nothing): Kind => ({
  loudness: 'detail',
  operands,
  apply,
});
export const routine = (operands: readonly Operand[], apply: Kind['apply'] = nothing): Kind => ({
  loudness: 'routine',
  operands,
  apply,
});

function nothing(): void {
  // A fact that only says something; the world is as before.
}

/** A fact as a reader sees it. */
export interface Fact {
  readonly seq: number;
  readonly kind: number;
  readonly at: Micros;
  readonly step: number;
  readonly because: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

const high = 0x1_0000_0000;

export const kindAt = (words: Int32Array, i: number): number => words[i * factWords]! & 0xff;
export const instantAt = (words: Int32Array, i: number): Micros =>
  (words[i * factWords]! >>> 8) * high + (words[i * factWords + 1]! >>> 0);
export const stepAt = (words: Int32Array, i: number): number => words[i * factWords + 2]!;
export const becauseAt = (words: Int32Array, i: number): number => words[i * factWords + 3]!;
/** Operand `n` (0 to 3) of the fact at index `i`. */
export const operandAt = (words: Int32Array, i: number, n: number): number =>
  words[i * factWords + 4 + n]!;

/** Packs a fact at index `i`. */
export function pack(
  words: Int32Array,
  i: number,
  kind: number,
  at: Micros,
  step: number,
  because: number,
  a: number,
  b: number,
  c: number,
  d: number,
): void {
  const o = i * factWords;
  words[o] = kind | (Math.floor(at / high) << 8);
  words[o + 1] = at | 0;
  words[o + 2] = step;
  words[o + 3] = because;
  words[o + 4] = a;
  words[o + 5] = b;
  words[o + 6] = c;
  words[o + 7] = d;
}

/** Reads the fact at index `i` of a chunk that begins at sequence number `from`. */
export const readFact = (words: Int32Array, i: number, from = 0): Fact => ({
  seq: from + i,
  kind: kindAt(words, i),
  at: instantAt(words, i),
  step: stepAt(words, i),
  because: becauseAt(words, i),
  a: operandAt(words, i, 0),
  b: operandAt(words, i, 1),
  c: operandAt(words, i, 2),
  d: operandAt(words, i, 3),
});
