import type { KindName } from '../model/kinds.ts';
import type { Micros } from '../model/time.ts';

/** Takes in one fact of a kind: its instant and its operands. */
export type Handler = (at: Micros, a: number, b: number, c: number, d: number) => void;

/** What a part of a fold does with the kinds that concern it. */
export type Handlers = Readonly<Partial<Record<KindName, Handler>>>;
