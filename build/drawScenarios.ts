import { aboutLine } from '../src/content/aboutLine.ts';
import { fromGallery, menu } from '../src/content/gallery.ts';
import type { Pictured } from '../src/content/opened.ts';
import { planOf } from '../src/content/plan.ts';
import type { Scenario } from '../src/content/scenario.ts';
import { Run } from '../src/kernel/run.ts';
import { factWords, instantAt } from '../src/model/fact.ts';
import { apply } from '../src/model/kinds.ts';
import type { Micros } from '../src/model/time.ts';
import { worldOf } from '../src/model/world.ts';
import type { World } from '../src/model/world.ts';
import { interestingMoment, turnIn } from '../src/scene/interestingMoment.ts';
import { thumbnailOf } from '../src/scene/thumbnail.ts';

/** Facts between two looks for a turn: a run need not be told to its end. */
const stride = 5000;

/** A scenario at the moment that shows it best. */
export function atItsMoment(scenario: Scenario): { moment: Micros; world: World } {
  const plan = planOf(scenario);
  const done = scenario.script.map(({ at }) => at).sort((a, b) => a - b);
  const otherwise = interestingMoment(new Int32Array(), scenario.until, done);
  // Without a script nothing turns: such a run is told no further than it is shown.
  const until = done.length > 0 ? scenario.until : otherwise;
  const run = new Run(plan, scenario.script);
  const told: Int32Array[] = [];
  let turn: Micros | null = null;
  for (let over = false; !over && turn === null;) {
    over = run.extend(until, stride);
    const { words } = run.news();
    told.push(words);
    turn = turnIn(words);
  }
  const moment = turn ?? otherwise;
  // Whatever else happens at that instant belongs to the picture.
  run.extend(moment);
  told.push(run.news().words);
  const world = worldOf(plan);
  for (const words of told) {
    for (let i = 0; i < words.length / factWords; i++)
      if (instantAt(words, i) <= moment) apply(world, words, i);
  }
  return { moment, world };
}

/** All scenarios of the menu by their ids. */
export const drawScenarios = (): Record<string, Pictured> =>
  Object.fromEntries(
    menu.map(({ id }) => {
      const { moment, world } = atItsMoment(fromGallery(id)!);
      return [id, { about: aboutLine(id), moment, marks: thumbnailOf(world) }];
    }),
  );
