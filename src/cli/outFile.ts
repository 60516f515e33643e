import { closeSync, openSync, writeSync } from 'node:fs';
import type { Problem } from '../content/reader.ts';

/** The file that an option names. What goes wrong while writing is kept as a problem. */
export class OutFile {
  /** The option and the path, as they were given. */
  private readonly given: string;
  private file: number;
  problem: Problem | null = null;
  /** Nobody reads any more: not a mistake, but no reason to go on either. */
  unread = false;

  private constructor(given: string, file: number) {
    this.given = given;
    this.file = file;
  }

  /** Begins the file anew, or says why that cannot be done. */
  static open(option: 'trace' | 'log', path: string): OutFile | Problem {
    const given = `--${option} ${path}`;
    try {
      return new OutFile(given, openSync(path, 'w'));
    } catch (error) {
      return problemOf(given, error);
    }
  }

  readonly write = (bytes: Uint8Array): void => {
    if (this.problem || this.unread) return;
    try {
      for (let done = 0; done < bytes.length;)
        done += writeSync(this.file, bytes, done, bytes.length - done);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EPIPE') this.unread = true;
      else this.problem = problemOf(this.given, error);
    }
  };

  close(): void {
    closeSync(this.file);
  }
}

const problemOf = (where: string, error: unknown): Problem => ({
  where,
  what: `The file cannot be written (${(error as NodeJS.ErrnoException).code ?? 'no reason given'}).`,
  hint: 'Name a file in a folder that you may write to.',
});
