import type { Micros } from '../model/time.ts';

/** Time after which a run counts as long, and between two lines, in milliseconds of real time. */
const patience = 400;
const interval = 150;

/** How far a long run is, on one line of a terminal; silent where stderr is none. */
export class Progress {
  private readonly began = Date.now();
  private shownAt = 0;
  private readonly what: string;
  private readonly until: Micros;

  constructor(what: string, until: Micros) {
    this.what = what;
    this.until = until;
  }

  show(at: Micros, facts: number): void {
    const now = Date.now();
    if (!process.stderr.isTTY || now - this.began < patience) return;
    if (now - this.shownAt < interval) return;
    this.shownAt = now;
    const share = this.until === 0 ? 100 : Math.floor((100 * at) / this.until);
    const seconds = (micros: Micros): string => (micros / 1_000_000).toFixed(1);
    process.stderr.write(
      `\r\x1b[K${this.what}: ${share} %, ${seconds(at)} s of ${seconds(this.until)} s, ${facts} facts`,
    );
  }

  /** Takes the line away. */
  end(): void {
    if (this.shownAt !== 0) process.stderr.write('\r\x1b[K');
  }
}
