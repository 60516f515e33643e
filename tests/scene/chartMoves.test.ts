import { getNextTransitions, transition } from 'xstate';
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { expect, test } from 'vitest';
import { pathOf, valueOf } from '../../src/charts/compile.ts';
import { definitionOf } from '../../src/charts/definitions.ts';
import { chartNames, chartOf } from '../../src/charts/index.ts';
import { machines } from '../../src/charts/machines.ts';
import { movesBetween, movesFrom } from '../../src/scene/chartMoves.ts';

/** How XState calls the signal of a timer of ours: without the state that set it. */
const signalOf = (type: string): string => type.split('.')[2] ?? type;

/** What XState itself would do in a state: `signal > the innermost state it leads to`. */
function asked(machine: AnyStateMachine, path: string): string[] {
  const before = machine.resolveState({
    value: valueOf(path),
    context: {},
  }) as AnyMachineSnapshot;
  const types = getNextTransitions(before).map(({ eventType }) => eventType);
  return [...new Set(types)].map((type) => {
    const [after] = transition(machine, before, { type });
    return `${signalOf(type)} > ${pathOf((after as AnyMachineSnapshot).value)}`;
  });
}

for (const name of chartNames) {
  test(`${name}: what could fire next is what XState would do, in every state`, () => {
    const machine = machines[name] as AnyStateMachine;
    const root = definitionOf(name);
    for (const path of chartOf(name).states) {
      const moves = movesFrom(root, path);
      expect(moves.map(({ on, to }) => `${on} > ${to}`).sort(), path).toEqual(
        asked(machine, path).sort(),
      );
      for (const { to } of moves) expect(movesBetween(root, path, to)).not.toEqual([]);
    }
  });
}

test('a signal that is answered inside is not told again for the states around', () => {
  const root = definitionOf('failoverMonitor');
  const on = movesFrom(root, 'takingOver.fencing').map((move) => move.on);
  expect(new Set(on).size).toBe(on.length);
  expect(on).toContain('stop');
});
