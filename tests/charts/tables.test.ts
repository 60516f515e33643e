import { initialTransition, transition } from 'xstate';
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { expect, test } from 'vitest';
import { compiledChart } from '../../src/charts/tables.ts';
import { definitionOf } from '../../src/charts/definitions.ts';
import { chartNames } from '../../src/charts/index.ts';
import { effectsOf, pathOf, valueOf } from '../../src/charts/compile.ts';
import type { StateNode } from '../../src/charts/index.ts';
import { machines } from '../../src/charts/machines.ts';
import { chartRows } from '../../src/kernel/chartRows.ts';
import { acts } from '../../src/kernel/acts/index.ts';

test('every chart has a machine, a column in the world, and a place in the list of names', () => {
  expect([...chartNames].sort()).toEqual(Object.keys(machines).sort());
  expect(chartRows.map((row) => row.chart).sort()).toEqual([...chartNames].sort());
});

for (const name of chartNames) {
  test(`${name}: every cell of the table equals XState’s transition()`, () => {
    const machine = machines[name] as AnyStateMachine;
    const chart = compiledChart(name);
    const timerOf = (signal: string): number =>
      chart.timers.findIndex((timer) => chart.signals[timer.signal] === signal);
    const cells = new Map<string, readonly number[]>();
    for (let i = 0; i < chart.cells.length; i += 4) {
      cells.set(`${chart.cells[i]}/${chart.cells[i + 1]}`, chart.cells.slice(i, i + 4));
    }
    let compared = 0;
    for (const [state, path] of chart.states.entries()) {
      const before = machine.resolveState({
        value: valueOf(path),
        context: {},
      }) as AnyMachineSnapshot;
      for (const [signal, type] of chart.signals.entries()) {
        const [after, actions] = transition(machine, before, { type });
        const cell = cells.get(`${state}/${signal}`);
        const effects = effectsOf(actions as never, timerOf);
        expect(cell ? chart.states[cell[2]!] : path).toBe(
          pathOf((after as AnyMachineSnapshot).value),
        );
        expect(cell ? chart.effectLists[cell[3]!] : []).toEqual(effects);
        compared++;
      }
    }
    expect(compared).toBe(chart.states.length * chart.signals.length);
    expect(chart.states[0]).toBe(pathOf(initialTransition(machine)[0].value));
  });

  test(`${name}: every state is described and every effect is written`, () => {
    const undescribed: string[] = [];
    const visit = (node: StateNode): void => {
      if (node.path !== '' && node.description === '') undescribed.push(node.path);
      node.states.forEach(visit);
    };
    visit(definitionOf(name));
    expect(undescribed).toEqual([]);
    const missing = compiledChart(name)
      .effectLists.flat()
      .filter((effect) => effect.do === 'act' && !(effect.act in acts[name]));
    expect(missing).toEqual([]);
  });
}
