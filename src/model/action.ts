import type { Condition } from './condition.ts';
import type { Micros } from './time.ts';

/** A command that a person or a script gives: at a moment, or when a fact is told. */
export interface Action {
  /** When it is given; with `when`, from which moment on it waits for the fact. */
  readonly at: Micros;
  readonly command: string;
  readonly thing: string;
  /** It is given once, at the instant of the first such fact. */
  readonly when?: Condition;
}

export const sameAction = (a: Action, b: Action): boolean =>
  a.at === b.at &&
  a.command === b.command &&
  a.thing === b.thing &&
  a.when?.kind === b.when?.kind &&
  a.when?.thing === b.when?.thing;
