import { aboutLine } from '../src/content/aboutLine.ts';
import { fromGallery, menu } from '../src/content/gallery.ts';
import type { MenuEntry } from '../src/content/opened.ts';
import { planOf } from '../src/content/plan.ts';
import type { Entry, Kept, Shown } from '../src/gallery/worlds.ts';
import { Run } from '../src/kernel/run.ts';
import { differenceOf } from '../src/model/difference.ts';
import { factWords, instantAt } from '../src/model/fact.ts';
import { apply } from '../src/model/kinds.ts';
import { checkpointOf, worldOf } from '../src/model/world.ts';
import { captionOf } from '../src/scene/captions.ts';
import { interestingMoments } from '../src/scene/interestingMoments.ts';

/** A scenario of the gallery, and its cluster at each of its moments. */
export interface Told {
  readonly entry: Entry;
  readonly kept: Kept;
}

/** Runs a scenario to its end and keeps the world at its moments. */
export function tell({ id, title, group }: MenuEntry): Told {
  const scenario = fromGallery(id)!;
  const plan = planOf(scenario);
  const run = new Run(plan, scenario.script);
  run.extend(scenario.until);
  const { words } = run.news();
  const world = worldOf(plan);
  const { start, ...rest } = plan;
  let before: Int32Array = new Int32Array(start.slice(0));
  const first = differenceOf(new Int32Array(before.length), before);
  const moments: Shown[] = [];
  const worlds: number[][] = [];
  let i = 0;
  for (const { at, turn } of interestingMoments(words, scenario.until)) {
    for (; i < words.length / factWords && instantAt(words, i) <= at; i++) apply(world, words, i);
    moments.push({ at, turn, caption: captionOf(world) });
    const now = checkpointOf(world);
    worlds.push(differenceOf(before, now));
    before = now;
  }
  const { server: servers, port } = plan.rows;
  return {
    entry: { id, title, group, about: aboutLine(id), servers, ports: port / servers, moments },
    kept: { plan: rest, words: before.length, start: first, worlds },
  };
}

/** All scenarios of the menu, in its order. */
export const drawGallery = (): Told[] => menu.map(tell);
