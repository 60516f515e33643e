import type { Thing } from '../model/plan.ts';
import type { World } from '../model/world.ts';
import type { Turn } from './lastTurn.ts';
import { linesOf } from './lines/index.ts';
import type { Row } from './page.ts';

/** Which cells of a table changed at a turn. */
export interface Marks {
  /** Whether a cell changed: the key of its row, and its column from 0. */
  readonly has: (key: string, column: number) => boolean;
  /** Rows that changed in any cell, or came, or went. */
  readonly count: number;
  /** Rows that were there before and are not any more. */
  readonly gone: number;
}

export const noMarks: Marks = { has: () => false, count: 0, gone: 0 };

/** Compares the rows of a table before and after a turn; of a row that is new every cell changed. */
export function marksOf(rows: (w: World) => readonly Row[], turn: Turn | null): Marks {
  if (!turn) return noMarks;
  const before = new Map(rows(turn.before).map((row) => [row.key, row.cells]));
  const changed = new Map<string, readonly boolean[]>();
  for (const { key, cells } of rows(turn.after)) {
    const was = before.get(key);
    before.delete(key);
    const marks = cells.map((cell, i) => was?.[i] !== cell);
    if (marks.includes(true)) changed.set(key, marks);
  }
  return {
    has: (key, column) => changed.get(key)?.[column] === true,
    count: changed.size + before.size,
    gone: before.size,
  };
}

/** Labels of the lines of a thing whose value changed at a turn. */
export function changedLines(thing: Thing, turn: Turn | null): ReadonlySet<string> {
  if (!turn) return new Set();
  const before = new Map(linesOf(turn.before, thing).map(({ label, value }) => [label, value]));
  return new Set(
    linesOf(turn.after, thing)
      .filter(({ label, value }) => before.get(label) !== value)
      .map(({ label }) => label),
  );
}
