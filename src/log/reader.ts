import type { Fact } from '../model/fact.ts';
import { kindNames } from '../model/kinds.ts';
import type { KindName } from '../model/kinds.ts';
import type { Plan } from '../model/plan.ts';
import type { Trace } from '../model/trace.ts';
import { worldOf } from '../model/world.ts';
import type { World } from '../model/world.ts';
import { LogText } from './logText.ts';
import type { Length } from './logText.ts';

/** One fact, told in one length. */
export interface Told {
  readonly fact: Fact;
  readonly kind: KindName;
  readonly text: string;
}

/** Texts that are kept, so that a row that stays in view is not told again. */
const most = 2_000;

/** Tells facts of a trace in any order, each with the world as it was just after it. */
export class FactReader {
  private readonly trace: Trace;
  private readonly text: LogText;
  private readonly world: World;
  /** Facts that the world has folded, -1 when it must start over. */
  private stands = 0;
  private rewritten: number;
  private readonly told = new Map<string, Told>();

  constructor(plan: Plan, trace: Trace) {
    this.trace = trace;
    this.text = new LogText(plan);
    this.world = worldOf(plan);
    this.rewritten = trace.rewritten;
  }

  /** The fact of this sequence number, which must be one of the trace. */
  tell(seq: number, length: Length): Told {
    if (this.rewritten !== this.trace.rewritten) this.forget();
    const key = `${length}${seq}`;
    let told = this.told.get(key);
    if (!told) {
      if (this.told.size >= most) this.told.clear();
      const fact = this.trace.fact(seq);
      this.trace.standAt(this.world, seq + 1, this.stands);
      this.stands = seq + 1;
      told = { fact, kind: kindNames[fact.kind]!, text: this.text.of(length, this.world, fact) };
      this.told.set(key, told);
    }
    return told;
  }

  private forget(): void {
    this.rewritten = this.trace.rewritten;
    this.stands = -1;
    this.told.clear();
  }
}
