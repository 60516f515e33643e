import { expect, test } from 'vitest';
import { fromGallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { Run } from '../../src/kernel/run.ts';
import type { Action } from '../../src/kernel/run.ts';
import { factWords, instantAt, kindAt } from '../../src/model/fact.ts';
import { apply, kindList } from '../../src/model/kinds.ts';
import { seconds } from '../../src/model/time.ts';
import { worldOf } from '../../src/model/world.ts';
import { captionOf } from '../../src/scene/captions.ts';
import { placesOf } from '../../src/scene/places.ts';
import { sceneAt, stillAt } from '../../src/scene/scene.ts';

const stories: Readonly<Record<string, { until: number; actions: readonly Action[] }>> = {
  start: {
    until: seconds(17),
    actions: [
      { at: seconds(1), command: 'server.power-loss', thing: 'A' },
      { at: seconds(9), command: 'server.repair', thing: 'A' },
      { at: seconds(14), command: 'giveback.start', thing: 'A' },
    ],
  },
  'top-3': {
    until: seconds(4),
    actions: [{ at: seconds(1), command: 'port.fail', thing: 'A.p0' }],
  },
};

for (const [id, { until, actions }] of Object.entries(stories)) {
  test(`routine facts leave what is still as it is: ${id}`, () => {
    const plan = planOf(fromGallery(id)!);
    const run = new Run(plan, actions);
    run.extend(until);
    const { words } = run.news();
    const w = worldOf(plan);
    const places = placesOf(w, 1056, 'full');
    const said = (): string => JSON.stringify([stillAt(w, places), captionOf(w)]);
    let before = said();
    const count = words.length / factWords;
    let quiet = 0;
    for (let i = 0; i < count;) {
      // A picture is drawn when all that happens at its instant has happened.
      const at = instantAt(words, i);
      let routine = true;
      for (; i < count && instantAt(words, i) === at; i++) {
        routine &&= kindList[kindAt(words, i)]!.loudness === 'routine';
        apply(w, words, i);
      }
      const now = said();
      if (routine) {
        if (now !== before) expect(JSON.parse(now), `at ${at}`).toEqual(JSON.parse(before));
        quiet++;
      }
      before = now;
    }
    expect(quiet).toBeGreaterThan(500);
    expect(sceneAt(w, until, places, 'moving', stillAt(w, places))).toEqual(
      sceneAt(w, until, places),
    );
  });
}
