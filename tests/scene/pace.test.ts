import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromGallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { Sim } from '../../src/kernel/run.ts';
import { factWords } from '../../src/model/fact.ts';
import { seconds } from '../../src/model/time.ts';
import { Pace } from '../../src/scene/pace.ts';

const plan = planOf(fromGallery('start')!);
const horizon = seconds(20);
const sim = new Sim(plan);
sim.runUntil(seconds(4));
sim.act('server.power-loss', 'A');
sim.runUntil(horizon);
const words = sim.drain();
const count = words.length / factWords;

function paceOf(facts: number): Pace {
  const pace = new Pace(plan.settings);
  for (let i = 0; i < facts; i++) pace.take(words, i);
  return pace;
}

const whole = paceOf(count);

test('order is never changed: later is shown later', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: horizon }),
      fc.integer({ min: 1, max: seconds(1) }),
      (at, more) => {
        expect(whole.shownAt(at + more)).toBeGreaterThan(whole.shownAt(at));
      },
    ),
  );
});

test('shown time leads back to the simulated instant', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: horizon }), (at) => {
      expect(Math.abs(whole.simulatedAt(whole.shownAt(at)) - at)).toBeLessThan(1);
    }),
  );
});

test('what has been seen keeps its shown time when facts are appended', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: count - 1 }), (facts) => {
      const instant =
        (words[(facts - 1) * factWords]! >>> 8) * 0x1_0000_0000 +
        (words[(facts - 1) * factWords + 1]! >>> 0);
      expect(paceOf(facts).shownAt(instant)).toBeCloseTo(whole.shownAt(instant), 3);
    }),
    { numRuns: 60 },
  );
});

test('names are shown slowly, and it is said', () => {
  const notes = new Set<string | null>();
  for (let at = 0; at < horizon; at += 10_000) notes.add(whole.noteAt(at));
  expect(notes).toContain('Slowed to ¼ while names move');
  expect(notes).toContain(null);
});
