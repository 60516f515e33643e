import { closeSync, openSync, writeSync } from 'node:fs';
import type { Problem } from '../content/reader.ts';

/** The file that `--trace` names. What goes wrong while writing is kept as a problem. */
export class TraceFile {
  private readonly path: string;
  private file: number;
  problem: Problem | null = null;
  /** Nobody reads any more: not a mistake, but no reason to go on either. */
  unread = false;

  private constructor(path: string, file: number) {
    this.path = path;
    this.file = file;
  }

  /** Begins the file anew, or says why that cannot be done. */
  static open(path: string): TraceFile | Problem {
    try {
      return new TraceFile(path, openSync(path, 'w'));
    } catch (error) {
      return problemOf(path, error);
    }
  }

  readonly write = (bytes: Uint8Array): void => {
    if (this.problem || this.unread) return;
    try {
      for (let done = 0; done < bytes.length;)
        done += writeSync(this.file, bytes, done, bytes.length - done);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EPIPE') this.unread = true;
      else this.problem = problemOf(this.path, error);
    }
  };

  close(): void {
    closeSync(this.file);
  }
}

const problemOf = (path: string, error: unknown): Problem => ({
  where: `--trace ${path}`,
  what: `The file cannot be written (${(error as NodeJS.ErrnoException).code ?? 'no reason given'}).`,
  hint: 'Name a file in a folder that you may write to.',
});
