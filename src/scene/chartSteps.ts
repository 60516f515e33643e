import type { ChartRow } from '../charts/rows.ts';
import { kindAt, operandAt } from '../model/fact.ts';
import { kindNumber } from '../model/kinds.ts';
import type { Trace } from '../model/trace.ts';
import type { World } from '../model/world.ts';

/** A step that a row’s chart took. */
export interface ChartStep {
  readonly seq: number;
  /** Configurations before and after it. */
  readonly from: number;
  readonly to: number;
}

/** The configuration in which a row’s chart stands. */
export const standsIn = (w: World, { table, column }: ChartRow, row: number): number =>
  (w[table] as unknown as Readonly<Record<string, ArrayLike<number>>>)[column]![row]!;

/** The steps of one row’s chart, folded from a trace as far as it is known. */
export class ChartSteps {
  private readonly row: ChartRow;
  private readonly index: number;
  private readonly first: number;
  private readonly seqs: number[] = [];
  private readonly states: number[] = [];
  private read = 0;
  private rewritten = 0;
  private trace: Trace | null = null;

  /** @param start the world at moment 0 */
  constructor(row: ChartRow, index: number, start: World) {
    this.row = row;
    this.index = index;
    this.first = standsIn(start, row, index);
  }

  /** The last step among the first `count` facts; null when there was none. */
  last(trace: Trace, count: number): ChartStep | null {
    this.readOn(trace);
    let at = this.seqs.length;
    while (at > 0 && this.seqs[at - 1]! >= count) at--;
    if (at === 0) return null;
    const from = at > 1 ? this.states[at - 2]! : this.first;
    return { seq: this.seqs[at - 1]!, from, to: this.states[at - 1]! };
  }

  private readOn(trace: Trace): void {
    if (trace !== this.trace || trace.rewritten !== this.rewritten) {
      this.trace = trace;
      this.rewritten = trace.rewritten;
      this.seqs.length = this.states.length = this.read = 0;
    }
    const kind = kindNumber[this.row.fact];
    trace.forEach(this.read, trace.count, (words, i, seq) => {
      if (kindAt(words, i) !== kind || operandAt(words, i, 0) !== this.index) return;
      this.seqs.push(seq);
      this.states.push(operandAt(words, i, 1));
    });
    this.read = trace.count;
  }
}
