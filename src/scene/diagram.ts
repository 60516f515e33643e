import type { StateNode } from '../charts/index.ts';

export interface DiagramBox {
  readonly path: string;
  readonly label: string;
  readonly about: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly inner: readonly { readonly path: string; readonly label: string }[];
}

export interface DiagramArrow {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

export interface Diagram {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly DiagramBox[];
  readonly arrows: readonly DiagramArrow[];
}

const row = 18;
const gap = { x: 12, y: 14 };

/** `Taking over` from `takingOver`. */
export const words = (key: string): string => {
  const spaced = key.replace(/([A-Z])/g, ' $1').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

/**
 * Lays a chart’s top states out in rows, in the order of its definition; states inside a compound
 * state are listed in its box. Drawn from the definition alone, so the picture cannot lie.
 */
export function diagramOf(definition: StateNode, width: number): Diagram {
  const columns = 3;
  const w = (width - (columns - 1) * gap.x) / columns;
  const boxes: DiagramBox[] = [];
  let y = 0;
  for (let first = 0; first < definition.states.length; first += columns) {
    const line = definition.states.slice(first, first + columns);
    const h = Math.max(
      ...line.map((state) => 24 + state.states.length * row + (state.states.length > 0 ? 4 : 0)),
    );
    for (const [i, state] of line.entries()) {
      boxes.push({
        path: state.path,
        label: words(state.key),
        about: state.description,
        x: i * (w + gap.x),
        y,
        w,
        h: 24 + state.states.length * row + (state.states.length > 0 ? 4 : 0),
        inner: state.states.map((each) => ({ path: each.path, label: words(each.key) })),
      });
    }
    y += h + gap.y;
  }
  return { width, height: y - gap.y, boxes, arrows: arrowsOf(definition) };
}

function arrowsOf(definition: StateNode): DiagramArrow[] {
  const arrows = new Map<string, DiagramArrow>();
  const visit = (state: StateNode): void => {
    for (const { on, after, target } of state.transitions) {
      const from = state.path;
      if (target === '' || from === '') continue;
      const label = after ? `after ${words(on).toLowerCase()}` : on;
      arrows.set(`${from}>${target}>${label}`, { from, to: target, label });
    }
    state.states.forEach(visit);
  };
  definition.states.forEach(visit);
  return [...arrows.values()];
}

/** What can happen next in a state: its own transitions and those of the states around it. */
export const nextFrom = (diagram: Diagram, path: string): readonly DiagramArrow[] =>
  diagram.arrows.filter((arrow) => arrow.from === path || path.startsWith(`${arrow.from}.`));
