import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Agenda } from '../../src/kernel/agenda.ts';

interface Made {
  readonly at: number;
  readonly row: number;
  readonly handle: number;
}

/** Delays from none to hours, µs; many are equal, so that appointments share an instant. */
const delay = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.integer({ min: 0, max: 600 }).map((thousands) => thousands * 1_000),
  fc.integer({ min: 0, max: 10 }).map((hours) => hours * 3_600_000_000),
);
const doing = fc.oneof(
  { weight: 5, arbitrary: fc.record({ make: delay }) },
  { weight: 2, arbitrary: fc.record({ drop: fc.nat() }) },
  { weight: 4, arbitrary: fc.constant('take' as const) },
  { weight: 1, arbitrary: fc.constant('go back' as const) },
);

/** Keeps the next appointment that has not been cancelled, or says that there is none. */
function next(agenda: Agenda): { at: number; row: number } | null {
  while (agenda.nextAt < Infinity) {
    const at = agenda.nextAt;
    if (!agenda.take()) continue;
    expect(agenda.due.at).toBe(at);
    return { at, row: agenda.due.row };
  }
  return null;
}

test('appointments are kept by instant, then by order of making, whatever was cancelled', () => {
  fc.assert(
    fc.property(fc.array(doing, { maxLength: 120 }), (doings) => {
      const agenda = new Agenda(200);
      // What the agenda stands for: a list, sorted by instant; sorting keeps the order of making.
      let pending: Made[] = [];
      let now = 0;
      for (const [row, each] of [...doings, ...doings.map(() => 'take' as const)].entries()) {
        if (each === 'take') {
          const expected = pending.sort((a, b) => a.at - b.at).shift();
          const kept = next(agenda);
          expect(kept).toEqual(expected ? { at: expected.at, row: expected.row } : null);
          now = kept?.at ?? now;
        } else if (each === 'go back') {
          const handles = new Map<number, number>();
          agenda.restore(agenda.save(), (handle, _at, _what, row) => handles.set(row, handle));
          expect(handles.size).toBe(pending.length);
          pending = pending.map((made) => ({ ...made, handle: handles.get(made.row)! }));
        } else if ('make' in each) {
          const at = now + each.make;
          pending.push({ at, row, handle: agenda.add(at, 1, row, 0, -1) });
        } else if (pending.length > 0) {
          const [dropped] = pending.splice(each.drop % pending.length, 1);
          agenda.drop(dropped!.handle);
        }
      }
      expect(next(agenda)).toBeNull();
    }),
    { numRuns: 500 },
  );
});

test('an agenda with more appointments than it has room for says so', () => {
  const agenda = new Agenda(4);
  for (let i = 0; i < 3; i++) agenda.add(i, 1, i, 0, -1);
  expect(() => agenda.add(3, 1, 3, 0, -1)).toThrow('More than 4 appointments');
});
