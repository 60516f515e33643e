import { factWords, instantAt, kindAt, readFact } from './fact.ts';
import type { Fact } from './fact.ts';
import { firstWhere } from './halving.ts';
import { apply } from './kinds.ts';
import type { Packed } from './packedFacts.ts';
import type { Micros } from './time.ts';
import { restore } from './world.ts';
import type { World } from './world.ts';

/** The bytes of the world after the first `count` facts. */
export interface WorldCheckpoint {
  readonly count: number;
  readonly bytes: ArrayBuffer;
}

/** Facts from `from` on, as they came from the worker; those that lie far back take less room. */
export interface Chunk {
  readonly from: number;
  readonly count: number;
  readonly beginsAt: Micros;
  words: Int32Array | null;
  /** Absent as long as nobody tried, null where it could not be done. */
  packed?: Packed | null;
}

/** How chunks are packed, once it is loaded: a short run never needs it. */
type Packing = typeof import('./packedFacts.ts');
let packing: Packing | undefined;
export const packWith = (loaded: Packing): void => void (packing = loaded);

const wordsOf = ({ words, packed, from }: Chunk): Int32Array =>
  words ?? packing!.unpackFacts(packed!, from);

/**
 * All facts of one branch, in order, in chunks. A fork shares the chunks of its parent; what they
 * say never changes.
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
    if (count > 0)
      this.chunks.push({ from: this.count, count, beginsAt: instantAt(words, 0), words });
    this.count += count;
    this.checkpoints.push(...checkpoints);
    packing?.packOld(this.chunks);
  }

  /** The last chunk that begins by then; the first when none does. */
  private lastChunk(later: (chunk: Chunk) => boolean): Chunk {
    const { chunks } = this;
    return chunks[Math.max(0, firstWhere(0, chunks.length, (i) => later(chunks[i]!)) - 1)]!;
  }

  private chunkOf(seq: number): Chunk {
    return this.lastChunk(({ from }) => from > seq);
  }

  fact(seq: number): Fact {
    const chunk = this.chunkOf(seq);
    return readFact(wordsOf(chunk), seq - chunk.from, chunk.from);
  }

  kind(seq: number): number {
    const chunk = this.chunkOf(seq);
    return kindAt(wordsOf(chunk), seq - chunk.from);
  }

  instant(seq: number): Micros {
    const chunk = this.chunkOf(seq);
    return instantAt(wordsOf(chunk), seq - chunk.from);
  }

  /** How many facts happened up to and including `at`. */
  seqAt(at: Micros): number {
    if (this.count === 0) return 0;
    const { from, count } = this.lastChunk(({ beginsAt }) => beginsAt > at);
    return firstWhere(from, from + count, (seq) => this.instant(seq) > at);
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
      const words = wordsOf(chunk);
      for (let i = first; i < last; i++) visit(words, i, chunk.from + i);
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
