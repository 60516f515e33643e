import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Problem, Reader } from '../content/reader.ts';
import { plainTelling } from '../log/format.ts';
import type { Format } from '../log/format.ts';
import { formatOf, formats } from '../log/formats.ts';
import { LogStream } from '../log/writing.ts';
import type { Plan } from '../model/plan.ts';
import { TraceStream } from '../trace/traceStream.ts';
import { OutFile } from './outFile.ts';

/** Files that a run is to be written into, as the options name them. */
export interface Wanted {
  readonly trace: string | undefined;
  readonly log: { readonly path: string; readonly format: Format } | null;
}

/**
 * Reads `--trace` and `--log`; what is wrong with them becomes problems.
 * @param scenario the path of the scenario, null when it is one of the gallery
 */
export function wantedOf(
  read: Reader,
  trace: string | undefined,
  log: string | undefined,
  scenario: string | null,
): Wanted {
  const taken = new Map<string, string>();
  if (scenario !== null) taken.set(resolve(scenario), 'the scenario itself');
  for (const [option, path] of [
    ['trace', trace],
    ['log', log],
  ] as const) {
    if (path === undefined) continue;
    const by = taken.get(resolve(path));
    if (by) read.problem(`--${option} ${path}`, `This is ${by}.`, 'Name another file.');
    taken.set(resolve(path), `the file of --${option}`);
  }
  const format = log === undefined ? null : formatOf(log);
  if (log !== undefined && !format) {
    const known = formats.map(({ extension }) => `.${extension}`).join(', ');
    read.problem(`--log ${log}`, 'Its name tells no format.', `End it in one of ${known}.`);
  }
  return { trace, log: log !== undefined && format ? { path: log, format } : null };
}

/** Where the facts of a run go: into the hash, and into the files that were asked for. */
export class Outputs {
  private readonly files: OutFile[] = [];
  private readonly encoder = new TextEncoder();
  private readonly stream: TraceStream;
  private log: { readonly stream: LogStream; readonly file: OutFile } | null = null;
  /** The first file that could not be opened. */
  private unopened: Problem | null = null;

  constructor(plan: Plan, { trace, log }: Wanted) {
    const traceFile = trace === undefined ? null : this.open('trace', trace);
    const sha = createHash('sha256');
    this.stream = new TraceStream(plan, traceFile?.write, {
      update: (bytes) => sha.update(bytes),
      hex: () => sha.copy().digest('hex'),
    });
    const logFile = log && this.open('log', log.path);
    if (!log || !logFile) return;
    this.log = { stream: new LogStream(plan, log.format, plainTelling), file: logFile };
    this.tell(this.log.stream.begin());
  }

  private open(option: 'trace' | 'log', path: string): OutFile | null {
    const file = this.unopened ? null : OutFile.open(option, path);
    if (file && 'what' in file) {
      this.unopened = file;
      return null;
    }
    if (file) this.files.push(file);
    return file;
  }

  private tell(text: string): void {
    if (text !== '') this.log?.file.write(this.encoder.encode(text));
  }

  /** What went wrong with a file. */
  get problem(): Problem | null {
    return this.unopened ?? this.files.find(({ problem }) => problem)?.problem ?? null;
  }

  /** There is no reason to go on: a file cannot be written, or nobody reads it any more. */
  get over(): boolean {
    return this.problem !== null || this.files.some(({ unread }) => unread);
  }

  /** Facts taken in so far. */
  get count(): number {
    return this.stream.count;
  }

  /** Takes in all facts of packed words. */
  take(words: Int32Array): void {
    this.stream.take(words);
    if (this.log) this.tell(this.log.stream.take(words));
  }

  /** Ends every file. @returns SHA-256 of the canonical trace */
  end(): string {
    const hash = this.stream.digest();
    if (this.log) this.tell(this.log.stream.end());
    for (const file of this.files) file.close();
    return hash;
  }
}
