import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { factWords } from '../model/fact.ts';
import type { Plan } from '../model/plan.ts';
import { TraceText } from './traceText.ts';

/** Characters of text that are collected before they become bytes. */
const portion = 1 << 16;

/** Keeps the SHA-256 of bytes as they come, and tells it as 64 hexadecimal digits at any time. */
export interface Hasher {
  update(bytes: Uint8Array): unknown;
  hex(): string;
}

/** The same in every engine; Node has a quicker one of its own. */
function inScript(): Hasher {
  const sha = sha256.create();
  return {
    update: (bytes) => sha.update(bytes),
    hex: () => bytesToHex(sha.clone().digest()),
  };
}

/**
 * The canonical trace as it grows: packed facts go in, UTF-8 bytes come out in portions, and their
 * SHA-256 is kept on the way. It holds one portion of text, however long the run.
 */
export class TraceStream {
  private readonly text: TraceText;
  private readonly sha: Hasher;
  private readonly sink: (bytes: Uint8Array) => void;
  private pending: string;
  /** Facts taken in so far: the sequence number of the next one. */
  count = 0;

  /** @param sink called with each portion, whole lines only */
  constructor(
    plan: Plan,
    sink: (bytes: Uint8Array) => void = () => undefined,
    sha: Hasher = inScript(),
  ) {
    this.sha = sha;
    this.text = new TraceText(plan);
    this.sink = sink;
    this.pending = this.text.header;
  }

  /** Takes in all facts of packed words, which follow those taken in before. */
  take(words: Int32Array): void {
    const facts = words.length / factWords;
    for (let i = 0; i < facts; i++) {
      this.pending += this.text.line(words, i, this.count++);
      if (this.pending.length >= portion) this.flush();
    }
  }

  private flush(): void {
    if (this.pending === '') return;
    const bytes = utf8ToBytes(this.pending);
    this.pending = '';
    this.sha.update(bytes);
    this.sink(bytes);
  }

  /** Hands out what is left. @returns SHA-256 of all bytes so far, as 64 hexadecimal digits */
  digest(): string {
    this.flush();
    return this.sha.hex();
  }
}
