import type { StateNode } from '../charts/index.ts';

/** What a chart would do in a state on one signal, as its definition declares it. */
export interface ChartMove {
  /** A signal of the protocol, or the name of a delay. */
  readonly on: string;
  readonly after: boolean;
  /** The dotted path of the innermost state it leads to; the state itself when it stays. */
  readonly to: string;
}

/** The states around `path`, the innermost first and the root last. */
function around(root: StateNode, path: string): StateNode[] {
  const chain = [root];
  for (let inside: StateNode | undefined = root; inside;) {
    inside = inside.states.find((each) => path === each.path || path.startsWith(`${each.path}.`));
    if (inside) chain.unshift(inside);
  }
  return chain;
}

/** The state that is entered first when a transition leads to `path`. */
function entered(root: StateNode, path: string): string {
  const target = around(root, path)[0]!;
  return target.initial === null
    ? target.path
    : entered(root, target.path === '' ? target.initial : `${target.path}.${target.initial}`);
}

/**
 * Every transition that could fire next: what the state declares, then what the states around it
 * declare for signals that no inner one answers. A search inside a phase answers the timer of the
 * phase itself, so a delay counts like a signal; no chart sets two timers of one name at a time.
 */
export function movesFrom(root: StateNode, path: string): ChartMove[] {
  const answered = new Set<string>();
  return around(root, path).flatMap((state) => {
    const own = state.transitions.filter(({ on }) => !answered.has(on));
    for (const { on } of state.transitions) answered.add(on);
    return own.map(({ on, after, target }) => ({
      on,
      after,
      to: target === '' ? path : entered(root, target),
    }));
  });
}

/** The signals by which a chart may have come from one state to the other: facts do not keep it. */
export const movesBetween = (root: StateNode, from: string, to: string): ChartMove[] =>
  movesFrom(root, from).filter((move) => move.to === to);
