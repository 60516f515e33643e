import { factWords } from './fact.ts';
import type { Chunk } from './trace.ts';

/**
 * Facts in about a third of their room, for stretches of a trace that lie far back. Each word is
 * written as its difference from what it usually is, seven bits a byte, the lowest first:
 *
 *   kind, µs since the fact before, steps since it, how many facts back its cause lies (0 for
 *   none), and the four operands, folded so that small negative numbers are short as well.
 *
 * The upper half of the instant is that of the first fact; packing says so when it is not.
 */
export interface Packed {
  readonly bytes: Uint8Array;
  readonly count: number;
  /** Upper half of every instant, as in word 0 of a fact. */
  readonly upper: number;
}

/** Bytes that one fact takes at most: a byte for its kind, and five for each of seven numbers. */
const most = 1 + 7 * 5;

let bytes = new Uint8Array(1 << 16);
let end = 0;

function write(value: number): void {
  let rest = value >>> 0;
  while (rest > 0x7f) {
    bytes[end++] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
  }
  bytes[end++] = rest;
}

/** Small numbers of either sign become small numbers: 0, -1, 1, -2, … */
const folded = (value: number): number => (value << 1) ^ (value >> 31);
const unfolded = (value: number): number => (value >>> 1) ^ -(value & 1);

/**
 * Packs facts.
 * @param first sequence number of the first of them
 * @returns null where the upper halves of their instants differ, which happens once in 71 minutes
 */
export function packFacts(words: Int32Array, first: number, count: number): Packed | null {
  const upper = words[0]! & ~0xff;
  let [at, step] = [0, 0];
  end = 0;
  for (let i = 0; i < count; i++) {
    const o = i * factWords;
    if ((words[o]! & ~0xff) !== upper) return null;
    if (end + most > bytes.length) grow();
    bytes[end++] = words[o]! & 0xff;
    write(words[o + 1]! - at);
    write(folded(words[o + 2]! - step));
    write(words[o + 3]! < 0 ? 0 : first + i - words[o + 3]!);
    for (let operand = o + 4; operand < o + factWords; operand++) write(folded(words[operand]!));
    at = words[o + 1]!;
    step = words[o + 2]!;
  }
  return { bytes: bytes.slice(0, end), count, upper };
}

/** Chunks at the end of a trace that are kept as they came. */
const keptOpen = 8;
/** So many are packed at a time: those that came before this was loaded have their turn as well. */
const atOnce = 2;

/** Packs the first chunks of a trace that have not been packed, the last ones excepted. */
export function packOld(chunks: readonly Chunk[]): void {
  const old = chunks.slice(0, -keptOpen).filter(({ packed }) => packed === undefined);
  for (const chunk of old.slice(0, atOnce)) {
    chunk.packed = packFacts(chunk.words!, chunk.from, chunk.count);
    if (chunk.packed) chunk.words = null;
  }
}

function grow(): void {
  const longer = new Uint8Array(2 * bytes.length);
  longer.set(bytes);
  bytes = longer;
}

/** What was unpacked last, the latest first: readers go over the same facts again and again. */
let unpacked: { readonly packed: Packed; readonly words: Int32Array }[] = [];
const kept = 4;

/** The facts as they were before they were packed, to be read only. @param first as it was then */
export function unpackFacts(packed: Packed, first: number): Int32Array {
  if (unpacked[0]?.packed === packed) return unpacked[0].words;
  const found = unpacked.find((each) => each.packed === packed) ?? {
    packed,
    words: unpack(packed, first),
  };
  unpacked = [found, ...unpacked.filter((each) => each !== found)].slice(0, kept);
  return found.words;
}

function unpack({ bytes, count, upper }: Packed, first: number): Int32Array {
  const words = new Int32Array(count * factWords);
  let from = 0;
  let [at, step] = [0, 0];
  for (let i = 0; i < count; i++) {
    const o = i * factWords;
    words[o] = bytes[from++]! | upper;
    // Written out once for all seven numbers: a call for each would cost as much as reading it.
    for (let n = 1; n < factWords; n++) {
      let byte = bytes[from++]!;
      let value = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[from++]!;
        value |= (byte & 0x7f) << shift;
      }
      words[o + n] = value;
    }
    at = (at + words[o + 1]!) | 0;
    step += unfolded(words[o + 2]!);
    const back = words[o + 3]!;
    words[o + 1] = at;
    words[o + 2] = step;
    words[o + 3] = back === 0 ? -1 : first + i - back;
    for (let n = 4; n < factWords; n++) words[o + n] = unfolded(words[o + n]!);
  }
  return words;
}
