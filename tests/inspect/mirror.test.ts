import { createInspector } from '@xstate/inspect';
import { expect, test } from 'vitest';
import { configurationOf } from '../../src/charts/index.ts';
import { chartRows } from '../../src/charts/rows.ts';
import { inspectionOf, isHello, hello, readInspection } from '../../src/inspect/messages.ts';
import type { Told } from '../../src/inspect/messages.ts';
import { Mirror } from '../../src/inspect/Mirror.ts';
import { Roster } from '../../src/inspect/Roster.ts';
import { seconds } from '../../src/model/time.ts';
import { worldOf } from '../../src/model/world.ts';
import { ChartSteps, standsIn } from '../../src/scene/chartSteps.ts';
import { powerLoss, ran } from '../log/ran.ts';

const { plan, trace } = ran('top-1', [powerLoss], 40);

/** A mirror into a list, and what of it the window would read. */
function mirrored() {
  const world = worldOf(plan);
  let events: unknown[] = [];
  const mirror = new Mirror(createInspector({ send: (event) => void events.push(event) }), plan);
  const look = (at: number): readonly Told[] => {
    const count = trace.seqAt(seconds(at));
    trace.standAt(world, count, -1);
    events = [];
    mirror.show(trace, count, world);
    const read = readInspection(
      structuredClone(inspectionOf({ begins: false, at: '', charts: mirror.charts, events })),
    )!;
    expect(read.events).toHaveLength(events.length);
    return read.events;
  };
  return { mirror, look, world };
}

const of = (told: readonly Told[], id: string): string[] =>
  told.filter((each) => each.id === id).map(({ says, text }) => `${says} ${text}`);

test('every row of every chart is registered with its state at the moment in view', () => {
  const { mirror, look } = mirrored();
  const told = look(0);
  const rows = chartRows.reduce((sum, { table }) => sum + plan.rows[table], 0);
  expect(mirror.charts).toBe(rows);
  expect(told).toHaveLength(rows);
  expect(new Set(told.map(({ id }) => id)).size).toBe(rows);
  expect(of(told, 'failoverMonitor B')).toEqual(['actor monitoring']);
  expect(look(0)).toEqual([]);
});

test('a takeover is told step by step: the event, then the state that it led to', () => {
  const { look } = mirrored();
  look(3);
  const told = [...Array(37).keys()].flatMap((i) => look(4 + i));
  const monitor = of(told, 'failoverMonitor B');
  expect(monitor.filter((each) => each.startsWith('snapshot'))).toEqual(
    expect.arrayContaining(['snapshot takingOver.fencing', 'snapshot inTakeover.holding']),
  );
  expect(monitor.length).toBeGreaterThan(8);
  // Told in turns, each event with a signal of the chart, and no leap between.
  monitor.forEach((each, i) => expect(each).toMatch(i % 2 ? /^snapshot / : /^event (?!step|seek)/));
});

test('after any leap, back or far, the window shows the states of the world', () => {
  const { look, world } = mirrored();
  const roster = new Roster();
  for (const at of [0, 40, 10, 9, 30, 2]) {
    roster.take(look(at));
    const monitors = chartRows.find(({ chart }) => chart === 'failoverMonitor')!;
    for (const [row, id] of [
      [1, 'A'],
      [2, 'B'],
    ] as const) {
      const state = roster.states.get(`failoverMonitor ${id}`)!;
      expect(configurationOf('failoverMonitor', state), `${id} at ${at} s`).toBe(
        standsIn(world, monitors, row),
      );
    }
  }
});

test('the steps of a row end where its world stands', () => {
  const world = worldOf(plan);
  const { count } = trace;
  trace.standAt(world, count, -1);
  for (const chart of chartRows) {
    for (let row = 1; row <= plan.rows[chart.table]; row++) {
      const start = worldOf(plan);
      const steps = new ChartSteps(chart, row, start);
      const last = steps.last(trace, count);
      expect(last?.to ?? standsIn(start, chart, row)).toBe(standsIn(world, chart, row));
      const before = last && steps.last(trace, last.seq);
      if (before) expect(before.to).toBe(last.from);
    }
  }
});

test('the window takes only messages of the right shape, and cuts what is too long', () => {
  for (const junk of [null, 7, 'x', [], {}, { type: 'understudy.inspection' }, { type: 'other' }])
    expect(readInspection(junk)).toBeNull();
  expect(isHello(hello)).toBe(true);
  expect(isHello({ type: 'x' })).toBe(false);
  const deep = Array.from({ length: 99 }).reduce<unknown>((inner) => ({ a: inner }), 'end');
  const read = readInspection(
    inspectionOf({
      begins: true,
      at: 'x'.repeat(999),
      charts: -5,
      events: [
        null,
        { type: '@xstate.event', sessionId: 'a' },
        { type: '@xstate.event', sessionId: '', event: { type: 'a' } },
        { type: '@xstate.actor', sessionId: 'a'.repeat(999), snapshot: { value: deep } },
        { type: '@xstate.event', sessionId: 'a', event: { type: 'b'.repeat(999) } },
      ],
    }),
  )!;
  expect(read).toMatchObject({ begins: true, charts: 0 });
  expect(read.at.length).toBeLessThan(30);
  expect(read.events).toHaveLength(2);
  for (const { id, text } of read.events) expect(id.length + text.length).toBeLessThan(260);
  const roster = new Roster();
  for (let i = 0; i < 9_000; i++) {
    roster.take([
      { says: 'actor', id: `a ${i}`, text: 'x', at: '' },
      { says: 'event', id: `a ${i}`, text: 'x', at: '' },
    ]);
  }
  expect(roster.states.size).toBeLessThan(6_000);
  expect(roster.steps.length).toBeLessThan(300);
});
