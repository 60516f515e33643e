import { expect, test } from 'vitest';
import { definitionOf } from '../../src/charts/definitions.ts';
import { chartNames, within } from '../../src/charts/index.ts';
import type { ChartName, StateNode } from '../../src/charts/index.ts';
import { runningCharts } from '../../src/kernel/chartRows.ts';
import type { Story } from '../story.ts';
import { goldenStories, tellGolden } from '../golden/stories.ts';

/** Paths of all states of a chart, compound ones too. */
function statesOf(chart: ChartName): string[] {
  const paths = (node: StateNode): string[] =>
    node.states.flatMap((state) => [state.path, ...paths(state)]);
  return paths(definitionOf(chart));
}

/** What happens in a story. That a chart took a step shows only in what it made happen. */
const happenings = (story: Story): string =>
  story
    .lines()
    .filter((line) => !/\S+\.state /.test(line))
    .join('\n');

/** The golden stories with their traces and the configurations that their charts pass through. */
const told = goldenStories.map((golden) => {
  const passed = new Map<ChartName, Set<number>>(chartNames.map((chart) => [chart, new Set()]));
  const story = tellGolden(golden, {
    visited: (name, configuration, signal) => {
      const chart = runningCharts.find((each) => each.chart === name)!;
      passed.get(name)!.add(configuration);
      passed.get(name)!.add(chart.next[configuration * chart.width + signal]!);
    },
  });
  return { golden, passed, trace: happenings(story) };
});
// Whatever a short story shows need not be looked for in a long one.
told.sort((a, b) => a.trace.length - b.trace.length);

for (const chart of chartNames) {
  test(`${chart}: deleting any state changes a golden trace`, () => {
    const idle = statesOf(chart).filter((state) => {
      // Only where a chart passes through the state can its absence be noticed.
      const passing = told.filter(({ passed }) =>
        [...passed.get(chart)!].some((configuration) => within(chart, configuration, state)),
      );
      return !passing.some(({ golden, trace }) => {
        const without = tellGolden(golden, { without: { chart, state } });
        return happenings(without) !== trace;
      });
    });
    expect(idle).toEqual([]);
  });
}
