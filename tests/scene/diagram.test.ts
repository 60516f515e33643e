import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { definitionOf } from '../../src/charts/definitions.ts';
import { chartNames, chartOf } from '../../src/charts/index.ts';
import type { StateNode } from '../../src/charts/index.ts';
import { compiledChart } from '../../src/charts/tables.ts';
import diagrams from 'virtual:chart-diagrams';
import { diagramOf, isAmong, nextFrom, ways } from '../../src/scene/diagram.ts';
import type { Diagram, DiagramArrow } from '../../src/scene/diagram.ts';
import { labelText } from '../../src/scene/diagramLabels.ts';
import { allOf, boxText, topOf } from '../../src/scene/diagramStates.ts';
import { diagramWidths } from '../../src/scene/diagramWidths.ts';
import { signalWords, textWidth, words, wrapped } from '../../src/scene/diagramText.ts';
import type { Box, Point } from '../../src/scene/geometry.ts';

const widest = diagramWidths[0];

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** The straight pieces of an arrow, as boxes without breadth. */
const piecesOf = ({ points }: { points: readonly Point[] }): Box[] =>
  points.slice(1).map((b, i) => {
    const a = points[i]!;
    return {
      x: Math.min(a.x, b.x),
      y: Math.min(a.y, b.y),
      w: Math.abs(a.x - b.x),
      h: Math.abs(a.y - b.y),
    };
  });

/** Whether a point lies on the outline of a box. */
const isOnSide = ({ x, y, w, h }: Box, p: Point): boolean =>
  p.x >= x &&
  p.x <= x + w &&
  p.y >= y &&
  p.y <= y + h &&
  (p.x === x || p.x === x + w || p.y === y || p.y === y + h);

const pairs = <T>(all: readonly T[]): [T, T][] =>
  all.flatMap((a, i) => all.slice(i + 1).map((b): [T, T] => [a, b]));

/** Lines of two arrows that lie on each other without leading to the same box. */
function sharedTracks(arrows: readonly DiagramArrow[]): string[] {
  return pairs(arrows)
    .filter(([a, b]) => a.to !== b.to)
    .filter(([a, b]) =>
      piecesOf(a).some((p) =>
        piecesOf(b).some((q) => {
          const across = Math.min(p.x + p.w, q.x + q.w) - Math.max(p.x, q.x);
          const down = Math.min(p.y + p.h, q.y + q.h) - Math.max(p.y, q.y);
          return (across > 0 && down === 0) || (down > 0 && across === 0);
        }),
      ),
    )
    .map(([a, b]) => `${a.from} > ${a.to} lies on ${b.from} > ${b.to}`);
}

/** What cannot be read in a drawing. */
function faultsOf(diagram: Diagram): string[] {
  const { boxes, arrows, labels, width, top, height } = diagram;
  const faults = sharedTracks(arrows);
  const area = { x: 0, y: top, w: width, h: height };
  const isInside = ({ x, y, w, h }: Box): boolean =>
    x >= 0 && x + w <= width && y >= top && y + h <= top + area.h;
  for (const box of boxes) if (!isInside(box)) faults.push(`${box.path} leaves the drawing`);
  for (const [a, b] of pairs(boxes)) if (overlap(a, b)) faults.push(`${a.path} on ${b.path}`);
  for (const arrow of arrows) {
    const name = `${arrow.from} > ${arrow.to}`;
    const [from, to] = [arrow.from, arrow.to].map((path) => boxes.find((b) => b.path === path)!);
    if (!isOnSide(from!, arrow.points[0]!)) faults.push(`${name} begins in the air`);
    if (!isOnSide(to!, arrow.points.at(-1)!)) faults.push(`${name} ends in the air`);
    for (const piece of piecesOf(arrow)) {
      if (piece.w > 0 && piece.h > 0) faults.push(`${name} is not square`);
      if (!isInside(piece)) faults.push(`${name} leaves the drawing`);
      for (const box of boxes) if (overlap(piece, box)) faults.push(`${name} through ${box.path}`);
    }
  }
  for (const label of labels) {
    const said = label.lines.join(' ');
    if (!isInside(label)) faults.push(`${said} leaves the drawing`);
    for (const box of boxes) if (overlap(label, box)) faults.push(`${said} on ${box.path}`);
    for (const [i, arrow] of arrows.entries())
      if (!(label.inside && label.arrows.includes(i)))
        if (piecesOf(arrow).some((piece) => overlap(label, piece)))
          faults.push(`${said} on the line ${arrow.from} > ${arrow.to}`);
  }
  for (const [a, b] of pairs(labels))
    if (overlap(a, b)) faults.push(`${a.lines.join(' ')} on ${b.lines.join(' ')}`);
  return faults;
}

describe.each(chartNames)('the drawing of %s', (name) => {
  const definition = definitionOf(name);

  test.each(diagramWidths)('can be read in %i px', (width) => {
    expect(faultsOf(diagramOf(definition, width))).toEqual([]);
  });

  test('is shipped as it is drawn from its definition', () => {
    expect(diagrams[name]).toEqual(
      JSON.parse(JSON.stringify(diagramWidths.map((width) => diagramOf(definition, width)))),
    );
  });

  test('shows every state, in the words of its definition', () => {
    const { boxes } = diagramOf(definition, widest);
    expect(boxes.map((box) => [box.path, ...box.steps.map((step) => step.path)])).toEqual(
      definition.states.map((state) => [state.path, ...state.states.map((each) => each.path)]),
    );
    for (const box of boxes) {
      expect(box.lines.join(' ')).toBe(words(box.path));
      for (const line of box.lines)
        expect(textWidth(line, boxText.size)).toBeLessThanOrEqual(box.w - 16);
      for (const step of box.steps) {
        expect(step.x + step.w).toBeLessThan(box.x + box.w);
        expect(step.y + step.h).toBeLessThan(box.y + box.h);
        expect(boxText.indent + textWidth(step.label, boxText.size)).toBeLessThan(step.w + 6);
      }
    }
  });

  test('has an arrow for every transition between two states, and no other', () => {
    const { arrows, anywhere } = diagramOf(definition, widest);
    const declared = definition.states.flatMap(allOf);
    const between = declared.filter(({ from, to }) => topOf(from) !== topOf(to));
    for (const each of between)
      expect(arrows.filter((arrow) => isAmong(arrow.declared, [each]))).toHaveLength(1);
    for (const arrow of arrows)
      for (const each of arrow.declared) {
        expect(declared).toContainEqual(each);
        expect([topOf(each.from), topOf(each.to)]).toEqual([arrow.from, arrow.to]);
      }
    const ends = arrows.map(({ from, to }) => `${from} > ${to}`);
    expect(new Set(ends).size).toBe(ends.length);
    expect(anywhere).toHaveLength(definition.transitions.filter(({ target }) => target).length);
  });

  test('has labels that say what the arrows under them wait for', () => {
    const { arrows, labels } = diagramOf(definition, widest);
    const named = labels.flatMap((label) => label.arrows);
    expect(new Set(named).size).toBe(named.length);
    for (const { lines, arrows: indices, w } of labels) {
      const said = lines.join(' ').replace(/ \+\d+$/, '');
      for (const i of indices) {
        const all = [...new Set(arrows[i]!.declared.map((each) => each.words))];
        expect([all[0], all.join(', ')]).toContain(said);
      }
      for (const line of lines) expect(textWidth(line, labelText.size)).toBeLessThanOrEqual(w);
    }
    // Half of the arrows say it where they are; for the others there may be no room.
    expect(named.length * 2).toBeGreaterThanOrEqual(arrows.length);
  });

  test('marks as next what the table of the chart does next', () => {
    const { states } = chartOf(name);
    const { cells, signals, timers } = compiledChart(name);
    const anywhere = definition.transitions.map(({ on, target }) => `${on} > ${topOf(target)}`);
    for (const [configuration, path] of states.entries()) {
      const done = new Set<string>();
      for (let at = 0; at < cells.length; at += 4) {
        const [from, signal, to] = cells.slice(at, at + 3) as [number, number, number];
        const target = topOf(states[to]!);
        if (from !== configuration || target === topOf(path)) continue;
        if (anywhere.includes(`${signals[signal]!} > ${target}`)) continue;
        const timer = timers.find((each) => each.signal === signal);
        done.add(`${signalWords(timer?.delay ?? signals[signal]!, !!timer)} > ${target}`);
      }
      const said = nextFrom(definition, path)
        .filter(({ to }) => topOf(to) !== topOf(path))
        .map((each) => `${each.words} > ${topOf(each.to)}`);
      expect(new Set(said)).toEqual(done);
    }
  });

  test('is always the same', () => {
    const copy = JSON.parse(JSON.stringify(definition)) as StateNode;
    expect(diagramOf(copy, widest)).toEqual(diagramOf(definition, widest));
  });
});

/** Charts that nobody has written yet: names of all lengths, inner states, up to three ways out each. */
const anyChart = fc
  .array(
    fc.record({
      key: fc.constantFrom('up', 'loggingIn', 'waitingForGiveback', 'dark', 'replayingOwnLog'),
      inner: fc.constantFrom(0, 0, 0, 2, 4),
      to: fc.array(
        fc.tuple(fc.nat(), fc.constantFrom('heard', 'partner-shut-down', 'light-lost')),
        {
          maxLength: 3,
        },
      ),
    }),
    { minLength: 1, maxLength: 13 },
  )
  .map((all): StateNode => {
    const pathOf = (i: number): string => `${all[i % all.length]!.key}${i % all.length}`;
    const node = (key: string, path: string, states: StateNode[]): StateNode => ({
      key,
      path,
      description: '',
      initial: states[0]?.key ?? null,
      states,
      transitions: [],
    });
    const states = all.map(({ inner, to }, i) => ({
      ...node(
        all[i]!.key,
        pathOf(i),
        Array.from({ length: inner }, (_, at) => node('flushing', `${pathOf(i)}.step${at}`, [])),
      ),
      transitions: to.map(([target, on]) => ({ on, after: false, target: pathOf(target) })),
    }));
    return { ...node('', '', states), initial: states[0]!.key };
  });

test('a chart that nobody has written yet can be read as well', () => {
  fc.assert(
    fc.property(anyChart, (chart) => {
      expect(faultsOf(diagramOf(chart, widest))).toEqual([]);
    }),
    { numRuns: 40, seed: 1 },
  );
});

test('the check sees boxes, lines and words on each other', () => {
  const box = (path: string, x: number): Diagram['boxes'][number] => ({
    path,
    about: '',
    lines: [path],
    steps: [],
    isSequence: false,
    x,
    y: 0,
    w: 60,
    h: 28,
  });
  const points = [
    { x: 60, y: 14 },
    { x: 200, y: 14 },
  ];
  const label = { x: 90, y: 10, w: 20, h: 12, lines: ['heard'], arrows: [0], inside: false };
  const faults = faultsOf({
    width: 260,
    top: 0,
    height: 28,
    boxes: [box('a', 0), box('b', 100), box('c', 200), box('d', 210)],
    arrows: [
      { from: 'a', to: 'c', declared: [], points },
      { from: 'a', to: 'b', declared: [], points: [points[0]!, { x: 100, y: 14 }] },
    ],
    labels: [label, { ...label, y: 4 }],
    anywhere: [],
  });
  for (const fault of [
    'c on d',
    'd leaves the drawing',
    'a > c through b',
    'a > c lies on a > b',
    'heard on b',
    'heard on the line a > c',
    'heard on heard',
  ])
    expect(faults).toContain(fault);
});

test('signals and delays are written in words', () => {
  expect(signalWords('partner-shut-down', false)).toBe('partner shut down');
  expect(signalWords('automaticGiveback', true)).toBe('after automatic giveback');
  expect(signalWords('elsTimeout', true)).toBe('after ELS timeout');
  expect(words('takingOver')).toBe('Taking over');
  expect(wrapped('Waiting for giveback', 12, 84)).toEqual(['Waiting for', 'giveback']);
  expect(wrapped('Up', 12, 84)).toEqual(['Up']);
});

test('ways are told by where they lead, as seen from the active state', () => {
  const to = (target: string, said: string) => ({ from: 'a', to: target, words: said });
  expect(
    ways([to('b.one', 'heard'), to('c', 'late'), to('b.one', 'silent')], 'a').map(
      (way) => `${way.words}: ${way.to}`,
    ),
  ).toEqual(['heard or silent: B, one', 'late: C']);
  expect(ways([to('a.two', 'heard')], 'a.one')).toEqual([{ words: 'heard', to: 'Two' }]);
});

test('a signal that the inner state answers does not reach the state around it', () => {
  const leaf = (key: string, path: string, target: string): StateNode => ({
    key,
    path,
    description: '',
    initial: null,
    states: [],
    transitions: [{ on: 'heard', after: false, target }],
  });
  const outer = { ...leaf('a', 'a', 'b'), initial: 'x', states: [leaf('x', 'a.x', 'c')] };
  const root = { ...leaf('', '', 'c'), states: [outer, leaf('b', 'b', 'a'), leaf('c', 'c', 'a')] };
  expect(nextFrom(root, 'a.x')).toEqual([{ from: 'a.x', to: 'c', words: 'heard' }]);
});
