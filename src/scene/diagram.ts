import type { StateNode } from '../charts/index.ts';
import { bestDrawing } from './diagramDrawing.ts';
import type { DiagramLabel } from './diagramLabels.ts';
import { mergedOf, ownOf, topOf, wordsOf } from './diagramStates.ts';
import type { Declared, Merged } from './diagramStates.ts';
import { words } from './diagramText.ts';
import type { Box, Point } from './geometry.ts';

/** A state inside a compound state, listed in its box. */
export interface DiagramStep extends Box {
  readonly path: string;
  readonly label: string;
  readonly about: string;
}

/** A state directly below the root. */
export interface DiagramBox extends Box {
  readonly path: string;
  readonly lines: readonly string[];
  readonly about: string;
  readonly steps: readonly DiagramStep[];
  /** Whether its steps can only be passed one after the other. */
  readonly isSequence: boolean;
}

/** All transitions from one box to another. */
export interface DiagramArrow extends Merged {
  /** Its corners; the head is at the last. */
  readonly points: readonly Point[];
}

export interface Diagram {
  readonly width: number;
  /** Where the drawing begins, px: words may stand above the first row. */
  readonly top: number;
  readonly height: number;
  readonly boxes: readonly DiagramBox[];
  readonly arrows: readonly DiagramArrow[];
  readonly labels: readonly DiagramLabel[];
  /** Transitions of the root, which leave from every state. */
  readonly anywhere: readonly Declared[];
}

/** Draws a chart from its definition alone, so the picture cannot lie. */
export const diagramOf = (definition: StateNode, width: number): Diagram => ({
  width,
  ...bestDrawing(definition, mergedOf(definition), width),
  anywhere: ownOf(definition),
});

/**
 * What can happen next in a state: its own transitions and those of the states around it, unless it
 * answers the same signal itself.
 */
export function nextFrom(definition: StateNode, path: string): Declared[] {
  const chain: StateNode[] = [];
  for (let states = definition.states; ;) {
    const inside = states.find((each) => path === each.path || path.startsWith(`${each.path}.`));
    if (!inside) break;
    chain.unshift(inside);
    states = inside.states;
  }
  const answered = new Set<string>();
  return chain.flatMap((state) => {
    const open = state.transitions.filter(({ on, after }) => after || !answered.has(on));
    state.transitions.forEach(({ on }) => answered.add(on));
    return ownOf({ ...state, transitions: open });
  });
}

/** Whether one of the transitions is one of `next`. */
export const isAmong = (declared: readonly Declared[], next: readonly Declared[]): boolean =>
  declared.some(({ from, to, words }) =>
    next.some((each) => each.from === from && each.to === to && each.words === words),
  );

/** `heard → Monitoring`: transitions by where they lead, as a state is called from `active`. */
export function ways(
  declared: readonly Declared[],
  active: string,
): { readonly words: string; readonly to: string }[] {
  const targets = [...new Set(declared.map(({ to }) => to))];
  return targets.map((to) => {
    const said = wordsOf(declared.filter((each) => each.to === to));
    const [top, ...inner] = to.split('.').map(words) as [string, ...string[]];
    const isNear = topOf(to) === topOf(active) && inner.length > 0;
    const all = said.slice(0, -1).join(', ');
    return {
      words: all ? `${all} or ${said.at(-1)!}` : said[0]!,
      to: isNear ? inner.join(', ') : [top, ...inner.map((each) => each.toLowerCase())].join(', '),
    };
  });
}
