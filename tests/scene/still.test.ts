import { expect, test } from 'vitest';
import { factWords, instantAt, kindAt } from '../../src/model/fact.ts';
import { apply, kindList } from '../../src/model/kinds.ts';
import { worldOf } from '../../src/model/world.ts';
import { captionOf } from '../../src/scene/captions.ts';
import { placesOf } from '../../src/scene/places.ts';
import { sceneAt, stillAt } from '../../src/scene/scene.ts';
import { tell, told } from './told.ts';

for (const id of told) {
  test(`routine facts leave what is still as it is: ${id}`, () => {
    const { plan, words, until } = tell(id);
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
