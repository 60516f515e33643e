import { initialTransition, transition } from 'xstate';
import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, StateValue } from 'xstate';
import type { CompiledChart, CompiledCharts, Effect, StateNode } from './compiled.ts';
import { machines } from './machines.ts';

/** More configurations than this mean that a counter has crept into a chart’s memory. */
const configurationsAllowed = 4_096;

/** `takingOver.fencing` from `{ takingOver: 'fencing' }`. */
export function pathOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const [[key, inner]] = Object.entries(value as Record<string, unknown>) as [[string, unknown]];
  return `${key}.${pathOf(inner)}`;
}

/** `takingOver.fencing` back to `{ takingOver: 'fencing' }`. */
export function valueOf(path: string): StateValue {
  const [first, ...rest] = path.split('.');
  return rest.length === 0 ? first! : { [first!]: valueOf(rest.join('.')) };
}

interface RawAction {
  readonly type: string;
  readonly params?: unknown;
}

/** `heartbeatLate` from `xstate.after.heartbeatLate.partnerWatch.hearing`. */
const delayOf = (signal: string): string => signal.split('.')[2]!;

function effectOf(action: RawAction, timerOf: (signal: string) => number): Effect {
  const params = action.params as { event?: { type: string }; sendId?: string } | undefined;
  if (action.type === 'xstate.raise') return { do: 'start', timer: timerOf(params!.event!.type) };
  if (action.type === 'xstate.cancel') return { do: 'stop', timer: timerOf(params!.sendId!) };
  return { do: 'act', act: action.type };
}

/** The effects of a reaction, in order. A timer stopped and started anew is both. */
export const effectsOf = (
  actions: readonly RawAction[],
  timerOf: (signal: string) => number,
): Effect[] => actions.map((action) => effectOf(action, timerOf));

/** Every leaf state of a machine, as XState snapshots by dotted path, in the order of declaration. */
function leaves(machine: AnyStateMachine): string[] {
  const found: string[] = [];
  const walk = (node: AnyStateNode, path: string): void => {
    const children = Object.values(node.states);
    if (children.length === 0) found.push(path);
    for (const child of children) walk(child, path === '' ? child.key : `${path}.${child.key}`);
  };
  walk(machine.root, '');
  return found;
}

/** Walks every (configuration, signal) of a machine through XState’s own `transition()`. */
export function compile(machine: AnyStateMachine): CompiledChart {
  const states = leaves(machine);
  if (states.length > configurationsAllowed) {
    throw new Error(
      `${machine.id} has ${states.length} configurations; ${configurationsAllowed} are allowed`,
    );
  }
  const [initial] = initialTransition(machine);
  const first = pathOf(initial.value);
  states.splice(states.indexOf(first), 1);
  states.unshift(first);

  const signals = machine.events.filter((type) => type !== '').sort(bySignal);
  const timers = signals
    .map((type, signal) => ({ signal, delay: type }))
    .filter(({ delay }) => delay.startsWith('xstate.after.'))
    .map(({ signal, delay }) => ({ signal, delay: delayOf(delay) }));
  const timerOf = (signal: string): number =>
    timers.findIndex((timer) => signals[timer.signal] === signal);

  const cells: number[] = [];
  const effectLists: Effect[][] = [[]];
  const listIndex = new Map<string, number>([['[]', 0]]);
  for (const path of states) {
    const before = machine.resolveState({
      value: valueOf(path),
      context: {},
    }) as AnyMachineSnapshot;
    for (const type of signals) {
      const [after, actions] = transition(machine, before, { type });
      const list = effectsOf(actions as RawAction[], timerOf);
      const key = JSON.stringify(list);
      if (!listIndex.has(key)) {
        listIndex.set(key, effectLists.length);
        effectLists.push(list);
      }
      const target = states.indexOf(pathOf((after as AnyMachineSnapshot).value));
      if (target < 0)
        throw new Error(`${machine.id} left its known states from ${path} on ${type}`);
      // A step back into the same state returns the same snapshot, but it has effects.
      if (after === before && list.length === 0) continue;
      cells.push(states.indexOf(path), signals.indexOf(type), target, listIndex.get(key)!);
    }
  }
  return {
    id: machine.id,
    states,
    signals,
    timers,
    cells,
    effectLists,
    definition: draw(machine.root, ''),
  };
}

/** Domain signals first, in alphabetical order, then timers: the same order on every machine. */
function bySignal(a: string, b: string): number {
  const timer = Number(a.startsWith('xstate.')) - Number(b.startsWith('xstate.'));
  return timer !== 0 ? timer : a < b ? -1 : 1;
}

function draw(node: AnyStateNode, path: string): StateNode {
  const initial = node.initial?.target[0]?.key ?? null;
  const transitions: StateNode['transitions'][number][] = [];
  for (const [type, list] of node.transitions) {
    for (const edge of list) {
      const after = type.startsWith('xstate.after.');
      const target = edge.target?.[0];
      transitions.push({
        on: after ? delayOf(type) : type,
        after,
        target: target ? target.path.join('.') : '',
      });
    }
  }
  return {
    key: node.key,
    path,
    description: node.description ?? '',
    initial,
    states: Object.values(node.states).map((child) =>
      draw(child, path === '' ? child.key : `${path}.${child.key}`),
    ),
    transitions,
  };
}

/** Compiles every chart. Runs in the build, and in the tests that hold the tables to XState. */
export const compileAll = (): CompiledCharts =>
  Object.fromEntries(Object.entries(machines).map(([name, machine]) => [name, compile(machine)]));
