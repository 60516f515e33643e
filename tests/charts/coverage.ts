import type { AnyStateNode } from 'xstate';
import { chartNames } from '../../src/charts/index.ts';
import type { ChartName } from '../../src/charts/index.ts';
import { machines } from '../../src/charts/machines.ts';
import { compiledChart } from '../../src/charts/tables.ts';

/** `failoverMonitor: suspect —silent→ deciding`, for people. */
function named(chart: ChartName, at: string, type: string, target: string): string {
  const [, , delay] = type.split('.');
  const on = type.startsWith('xstate.after.') ? `after ${delay}` : type;
  return `${chart}: ${at || 'anywhere'} —${on}→ ${target || '(stays)'}`;
}

/** What the author of a chart wrote down: the name of a transition by its state and signal. */
function declaredIn(chart: ChartName): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (node: AnyStateNode): void => {
    const at = node.path.join('.');
    for (const [type, [edge]] of node.transitions) {
      const target = edge?.target?.[0]?.path.join('.') ?? '';
      found.set(`${at}/${type}`, named(chart, at, type, target));
    }
    Object.values(node.states).forEach(visit);
  };
  visit(machines[chart].root as AnyStateNode);
  return found;
}

const declared = new Map(chartNames.map((chart) => [chart, declaredIn(chart)]));

/** Every transition of every chart; one that is declared on a compound state counts once. */
export const declaredTransitions: readonly string[] = [...declared.values()].flatMap((each) => [
  ...each.values(),
]);

/** Every cell of every table in which a chart does something. */
export const cellCount = chartNames.reduce(
  (sum, chart) => sum + compiledChart(chart).cells.length / 4,
  0,
);

/** The declared transition that a cell of the table stands for: the innermost state decides. */
function transitionOf(chart: ChartName, configuration: number, signal: number): string {
  const { states, signals } = compiledChart(chart);
  const path = states[configuration]!.split('.');
  for (;;) {
    const found = declared.get(chart)!.get(`${path.join('.')}/${signals[signal]}`);
    if (found) return found;
    if (path.pop() === undefined) throw new Error(`${chart} never declared ${signals[signal]}`);
  }
}

/** Which transitions have been taken, by stories or by seeds. */
export class Coverage {
  private readonly cells = new Map<string, string>();

  /** Watches a simulation: see `Mutation`. */
  readonly visited = (chart: ChartName, configuration: number, signal: number): void => {
    const cell = `${chart}/${configuration}/${signal}`;
    if (!this.cells.has(cell)) this.cells.set(cell, transitionOf(chart, configuration, signal));
  };

  /** `transitions 12 of 226, cells 13 of 350`. */
  get summary(): string {
    const taken = new Set(this.cells.values()).size;
    return `transitions ${taken} of ${declaredTransitions.length}, cells ${this.cells.size} of ${cellCount}`;
  }

  /** Declared transitions that nobody has taken. */
  get missing(): string[] {
    const taken = new Set(this.cells.values());
    return declaredTransitions.filter((transition) => !taken.has(transition));
  }
}
