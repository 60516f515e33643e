import { factWords, instantAt, kindAt, readFact } from './fact.ts';
import type { Fact } from './fact.ts';
import { apply } from './kinds.ts';
import type { Micros } from './time.ts';
import { restore } from './world.ts';
import type { World } from './world.ts';

/** The bytes of the world after the first `count` facts. */
export interface WorldCheckpoint {
  readonly count: number;
  readonly bytes: ArrayBuffer;
}

interface Chunk {
  readonly from: number;
  readonly count: number;
  readonly words: Int32Array;
}

/**
 * All facts of one branch, in order: packed chunks as they came from the worker. A fork shares the
 * chunks of its parent; none is ever written again.
 */
export class Trace {
  private chunks: Chunk[] = [];
  private checkpoints: WorldCheckpoint[];
  count = 0;
  /** Bumped when facts that somebody may have read were replaced. */
  rewritten = 0;

  constructor(start: ArrayBuffer) {
    this.checkpoints = [{ count: 0, bytes: start }];
  }

  /** A trace of its own that shares the first `count` facts. */
  fork(count: number): Trace {
    const fork = new Trace(this.checkpoints[0]!.bytes);
    fork.chunks = [...this.chunks];
    fork.checkpoints = [...this.checkpoints];
    fork.count = this.count;
    fork.truncate(count);
    return fork;
  }

  /** Forgets all facts from `count` on. */
  truncate(count: number): void {
    if (count >= this.count) return;
    this.rewritten++;
    while (this.chunks.length > 0 && this.chunks.at(-1)!.from >= count) this.chunks.pop();
    const last = this.chunks.at(-1);
    if (last && last.from + last.count > count) {
      this.chunks[this.chunks.length - 1] = { ...last, count: count - last.from };
    }
    this.checkpoints = this.checkpoints.filter((checkpoint) => checkpoint.count <= count);
    this.count = count;
  }

  append(words: Int32Array, checkpoints: readonly WorldCheckpoint[] = []): void {
    const count = words.length / factWords;
    if (count > 0) this.chunks.push({ from: this.count, count, words });
    this.count += count;
    this.checkpoints.push(...checkpoints);
  }

  private chunkOf(seq: number): Chunk {
    let low = 0;
    let high = this.chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.chunks[middle]!.from <= seq) low = middle;
      else high = middle - 1;
    }
    return this.chunks[low]!;
  }

  fact(seq: number): Fact {
    const chunk = this.chunkOf(seq);
    return readFact(chunk.words, seq - chunk.from, chunk.from);
  }

  kind(seq: number): number {
    const chunk = this.chunkOf(seq);
    return kindAt(chunk.words, seq - chunk.from);
  }

  instant(seq: number): Micros {
    const chunk = this.chunkOf(seq);
    return instantAt(chunk.words, seq - chunk.from);
  }

  /** How many facts happened up to and including `at`. */
  seqAt(at: Micros): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.instant(middle) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Calls `visit` with the packed words and index of every fact from `from` to `until`. */
  forEach(
    from: number,
    until: number,
    visit: (words: Int32Array, i: number, seq: number) => void,
  ): void {
    for (const chunk of this.chunks) {
      if (chunk.from + chunk.count <= from) continue;
      if (chunk.from >= until) return;
      const first = Math.max(0, from - chunk.from);
      const last = Math.min(chunk.count, until - chunk.from);
      for (let i = first; i < last; i++) visit(chunk.words, i, chunk.from + i);
    }
  }

  /** The last checkpoint at or before the first `count` facts. */
  private checkpointBefore(count: number): WorldCheckpoint {
    let found = this.checkpoints[0]!;
    for (const checkpoint of this.checkpoints) {
      if (checkpoint.count <= count && checkpoint.count >= found.count) found = checkpoint;
    }
    return found;
  }

  /**
   * Stands `world` at the first `count` facts.
   * @param stands how many facts the world has folded already, -1 when it must start over
   */
  standAt(world: World, count: number, stands: number): void {
    const checkpoint = this.checkpointBefore(count);
    let from = stands;
    if (stands < 0 || stands > count || checkpoint.count > stands) {
      restore(world, new Int32Array(checkpoint.bytes));
      from = checkpoint.count;
    }
    this.forEach(from, count, (words, i) => apply(world, words, i));
  }
}
