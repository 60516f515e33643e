/**
 * Chance without a generator: the same seed, stream, thing and counter always give the same
 * number. There is nothing to keep in a checkpoint, and a new draw never disturbs another one,
 * so two futures of one run differ only by what was changed.
 */
export type Stream = 'interval' | 'direction' | 'block' | 'size';

const streams: Readonly<Record<Stream, number>> = {
  interval: 0x9e3779b1,
  direction: 0x85ebca6b,
  block: 0xc2b2ae35,
  size: 0x27d4eb2f,
};

/** A whole number from 0 to `below - 1`. `below` is at most 2^20. */
export function chance(
  seed: number,
  stream: Stream,
  thing: number,
  counter: number,
  below: number,
): number {
  let h = Math.imul(seed ^ streams[stream], 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15) ^ thing, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 13) ^ counter, 0x27d4eb2f);
  h = Math.imul(h ^ (h >>> 16), 0x165667b1);
  h ^= h >>> 15;
  // The upper 20 bits times `below` stay under 2^40: exact in a double.
  return Math.floor(((h >>> 12) * below) / 0x100000);
}
