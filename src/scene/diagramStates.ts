import type { StateNode } from '../charts/index.ts';
import { pitch } from './diagramGrid.ts';
import type { Measured } from './diagramGrid.ts';
import { signalWords, widest, words, wrapped } from './diagramText.ts';

/** A transition as it was declared: dotted paths, and its signal or delay in words. */
export interface Declared {
  readonly from: string;
  readonly to: string;
  readonly words: string;
}

/** All transitions from one box to another. */
export interface Merged {
  readonly from: string;
  readonly to: string;
  readonly declared: readonly Declared[];
}

/** Sizes of a box and of what is written in it, px. */
export const boxText = { size: 12, line: 12, step: 16, head: 24, foot: 6, indent: 22 };
const pill = { high: 28, pad: 12, widest: 84 };

/** The state directly below the root that a path lies in. */
export const topOf = (path: string): string => path.split('.')[0]!;

/** A state’s box before it has a place, and what is written in it. */
export interface Shape extends Measured {
  readonly path: string;
  readonly about: string;
  readonly lines: readonly string[];
  readonly steps: readonly {
    readonly path: string;
    readonly label: string;
    readonly about: string;
  }[];
  readonly isSequence: boolean;
}

export function shapeOf(state: StateNode): Shape {
  const { size, line, step, head, foot, indent } = boxText;
  const { path, description: about } = state;
  // An even number of tracks, so that the middle of the box lies on a track.
  const even = (w: number): number => Math.ceil(w / (2 * pitch)) * 2 * pitch;
  const name = words(state.key);
  const steps = state.states.map((each) => ({
    path: each.path,
    label: words(each.key),
    about: each.description,
  }));
  if (steps.length === 0) {
    const lines = wrapped(name, size, pill.widest);
    const w = even(widest(lines, size) + 2 * pill.pad);
    const h = pill.high + (lines.length - 1) * line;
    return { path, about, lines, w, h, middle: h / 2, steps, isSequence: false };
  }
  const labels = steps.map(({ label }) => label);
  const inner = widest(labels, size) + indent + pill.pad;
  const w = even(Math.max(widest([name], size) + 2 * pill.pad, inner));
  const h = head + steps.length * step + foot;
  return {
    path,
    about,
    lines: [name],
    w,
    h,
    middle: pill.high / 2,
    steps,
    isSequence: isSequence(state),
  };
}

/** What a state declares, without the states inside it and without what stays where it is. */
export const ownOf = (state: StateNode): Declared[] =>
  state.transitions
    .filter(({ target }) => target !== '')
    .map(({ on, after, target }) => ({
      from: state.path,
      to: target,
      words: signalWords(on, after),
    }));

/** What a state and all states inside it declare. */
export const allOf = (state: StateNode): Declared[] => [
  ...ownOf(state),
  ...state.states.flatMap(allOf),
];

/** Whether the inner states can only be passed one after the other. */
function isSequence({ states }: StateNode): boolean {
  const order = states.map((each) => each.path);
  const inside = states.map((each) =>
    each.transitions.map(({ target }) => order.indexOf(target)).filter((to) => to >= 0),
  );
  return (
    order.length > 1 &&
    inside.every((to, i) => to.every((at) => at === i + 1)) &&
    inside.slice(0, -1).every((to) => to.length > 0)
  );
}

/** One arrow for all transitions between two boxes. Loops are drawn at states without inner ones. */
export function mergedOf(definition: StateNode): Merged[] {
  const hasInner = new Set(
    definition.states.filter(({ states }) => states.length > 0).map(({ path }) => path),
  );
  const found = new Map<string, { from: string; to: string; declared: Declared[] }>();
  for (const each of definition.states.flatMap(allOf)) {
    const [from, to] = [topOf(each.from), topOf(each.to)];
    if (from === to && hasInner.has(from)) continue;
    const key = `${from}>${to}`;
    const merged = found.get(key) ?? { from, to, declared: [] };
    merged.declared.push(each);
    found.set(key, merged);
  }
  return [...found.values()];
}

/** What the transitions say, each thing once. */
export const wordsOf = (declared: readonly Declared[]): string[] => [
  ...new Set(declared.map((each) => each.words)),
];
