import { expect, test, vi } from 'vitest';
import { fromGallery, menu } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { occasionNames } from '../../src/kernel/occasionNames.ts';
import { seconds } from '../../src/model/time.ts';

// Not the whole engine of `run.ts`, and not what another test file has taught it: an engine of its
// own, which knows nothing but the first part.
vi.resetModules();
const { atWork } = await import('../../src/kernel/atWork.ts');
const { learn } = await import('../../src/kernel/procedures.ts');
const { Sim } = await import('../../src/kernel/sim.ts');

/** What a scenario tells when nobody does anything, and where it stands then. */
function untouched(id: string): unknown {
  const sim = new Sim(planOf(fromGallery(id)!));
  sim.runUntil(seconds(16));
  const { appointments } = sim.checkpoint();
  return { count: sim.count, hash: sim.hash(), appointments };
}

test('scenarios to which nobody does anything need the first part only, and run alike in both', async () => {
  const first = menu.map(({ id }) => untouched(id));
  expect(first.length).toBeGreaterThan(60);

  const sim = new Sim(planOf(fromGallery('start')!));
  expect(() => sim.act('server.panic', 'A')).toThrow('knows the command server.panic');
  sim.signal('server', 1, 'power-loss');
  expect(() => sim.settle()).toThrow('knows the act server.alertPowerLoss');

  const { afterOrders } = await import('../../src/kernel/afterOrders.ts');
  learn(afterOrders);
  expect(new Sim(planOf(fromGallery('start')!)).act('server.panic', 'A')).toBeNull();
  expect(menu.map(({ id }) => untouched(id))).toEqual(first);
});

test('together the parts know every occasion, and none of them twice', async () => {
  const { afterOrders } = await import('../../src/kernel/afterOrders.ts');
  const known = [...Object.keys(atWork.occasions), ...Object.keys(afterOrders.occasions)];
  expect(known.sort()).toEqual([...occasionNames].sort());
  expect(afterOrders.acts).toMatchObject(atWork.acts);
});
