import { expect, test } from 'vitest';
import { fromGallery, gallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { Sim } from '../../src/kernel/run.ts';
import { factWords } from '../../src/model/fact.ts';
import { seconds } from '../../src/model/time.ts';
import type { World } from '../../src/model/world.ts';
import { SpaceTime } from '../../src/scene/spaceTime.ts';
import { drawSpaceTime } from '../../src/scene/spaceTimeDrawing.ts';
import { layOutRows } from '../../src/scene/spaceTimeRows.ts';
import { samplesOf } from '../../src/scene/spaceTimeView.ts';

/** The names that are logged in behind a port with light, as `port name`. */
function living(w: World): string[] {
  const found = new Set<string>();
  for (let login = 1; login < w.login.rows; login++) {
    const vport = w.login.vport[login]!;
    if (w.login.fabric[login] === 0 || vport === 0 || w.vport.slot[vport] === 0) continue;
    const port = w.vport.port[vport]!;
    if (w.port.light[port] && w.vport.home[vport]) found.add(`${port} ${w.vport.home[vport]}`);
  }
  return [...found].sort();
}

/** The same as the bands of the fold have it. */
const banded = ({ names, wiring }: SpaceTime): string[] =>
  names.bands
    .filter(({ to }) => to === null)
    .map(({ place, name }) => `${wiring.thing(place).row} ${name}`)
    .sort();

for (const { id } of gallery) {
  // A fleet folds like its pairs, and takes longer.
  if (id.startsWith('fleet')) continue;
  test(`${id}: bands are where names are logged in, and everything has a place`, () => {
    const scenario = fromGallery(id)!;
    const plan = planOf(scenario);
    const sim = new Sim(plan);
    const fold = new SpaceTime(plan);
    expect(banded(fold).length).toBeGreaterThan(1);
    const script = [...scenario.script];
    for (let second = 1; second <= 30; second++) {
      while (script[0] && script[0].at < seconds(second)) {
        const { at, command, thing } = script.shift()!;
        sim.runUntil(at);
        sim.act(command, thing);
      }
      sim.runUntil(seconds(second));
      const words = sim.drain();
      for (let i = 0; i < words.length / factWords; i++) fold.take(words, i);
      expect(banded(fold), `${second} s`).toEqual(living(sim.world));
    }
    const layout = layOutRows(plan, fold.wiring, null, [], 500, false);
    const window = { from: 0, to: seconds(30), x: (at: number): number => 100 + at / 40_000 };
    const reach = { until: seconds(30), seen: seconds(30), say: (text: string): string => text };
    const samples = samplesOf(plan, seconds(30));
    const drawing = drawSpaceTime({ fold, plan, layout, ...window, ...reach, ...samples }, []);
    const drawn = [drawing.paths, drawing.bands, drawing.strands, drawing.spans, drawing.misses];
    expect(JSON.stringify(drawn)).not.toMatch(/NaN|null|Infinity|undefined/);
    expect(drawing.drawn.every(({ points }) => points.every(Number.isFinite))).toBe(true);
  });
}
