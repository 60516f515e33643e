import { commands } from '../commands/index.ts';
import type { Micros } from '../model/time.ts';
import type { Flag } from './strips.ts';

/** What is written beside a flag. */
export const flagText = ({ command, text }: Flag): string =>
  command === undefined ? text : `${commands[command]!.label}, ${text}`;

/** A flag on the time axis: where it stands, px, and what is written beside it. */
export interface FlagAt {
  readonly x: number;
  readonly text: string;
  /** A person did it. */
  readonly mine: boolean;
}

export type Side = 'right' | 'left' | 'none';

/** Flags nearer than this stand at one place: the one in front hides the other, px. */
const together = 3;
/** Mean width of a letter of a label, and the room that a flag itself takes, px. */
const letter = 6.2;
const flag = 18;

/**
 * On which side of its flag each label is written so that no two run into each other: to the right
 * where there is room, else to the left, else not at all. What a person did comes first.
 * @param from left end of the axis, px
 * @param to right end of the axis, px
 */
export function flagLabels(flags: readonly FlagAt[], from: number, to: number): Side[] {
  const sides: Side[] = flags.map(() => 'none');
  const taken: [number, number][] = flags.map(({ x }) => [x, x + flag - 4]);
  const isBeside = (own: number, other: number): boolean =>
    other >= flags.length || Math.abs(flags[other]!.x - flags[own]!.x) >= together;
  const free = (own: number, left: number, right: number): boolean =>
    left >= from &&
    right <= to &&
    taken.every(([a, b], i) => !isBeside(own, i) || right <= a - 2 || left >= b + 2);
  const order = [...flags.keys()].sort((a, b) => Number(flags[b]!.mine) - Number(flags[a]!.mine));
  for (const i of order) {
    const { x, text } = flags[i]!;
    const width = text.length * letter;
    const spans = { right: [x + 15, x + 15 + width], left: [x - 4 - width, x - 4] } as const;
    for (const side of ['right', 'left'] as const) {
      const [left, right] = spans[side];
      if (sides[i] !== 'none' || !free(i, left, right)) continue;
      sides[i] = side;
      taken.push([left, right]);
    }
  }
  return sides;
}

/** So many flags are all drawn, even where two stand at one instant. */
const few = 60;

/**
 * Of many flags, one of those that stand closer than `least` to each other: a person’s before one
 * of the system’s. A few flags are all kept.
 */
export function apart(flags: readonly Flag[], least: Micros): Flag[] {
  if (flags.length <= few) return [...flags];
  const kept: Flag[] = [];
  for (const flag of flags) {
    const last = kept.at(-1);
    if (!last || flag.at - last.at >= least) kept.push(flag);
    else if (last.by === 'system' && flag.by === 'person') kept[kept.length - 1] = flag;
  }
  return kept;
}
