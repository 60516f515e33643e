import { claimId, claimOf } from '../../src/content/claims/index.ts';
import { faults } from '../../src/content/faults/index.ts';
import { fromGallery, gallery } from '../../src/content/gallery.ts';
import { seconds } from '../../src/model/time.ts';
import { goldenStories, tellGolden } from '../golden/stories.ts';
import { rareTurns } from '../stories/rareTurns.ts';
import { tellFault } from '../stories/tellFault.ts';
import { plainly } from '../stories/turns.ts';
import { story } from '../story.ts';
import type { Story } from '../story.ts';

/** A run of the gallery with its script, one minute of it. */
function swept(id: string): Story {
  const s = story(id);
  for (const { at, command, thing } of fromGallery(id)!.script)
    s.until(at / seconds(1)).do(command, thing);
  return s.until(60);
}

function claimed(number: number): Story {
  const { script, until } = claimOf(claimId(number))!;
  const s = story(claimId(number));
  for (const [at, command, thing] of script) s.until(at).do(command, thing);
  return s.until(until);
}

/** Every kind of run that there is, one after the other: nobody needs them all at once. */
export function* everyRun(): Generator<Story> {
  for (const golden of goldenStories) yield tellGolden(golden);
  for (const fault of faults) yield tellFault(fault, plainly);
  for (const number of [18, 38]) yield claimed(number);
  for (const { id } of gallery.filter(({ shows }) => shows)) yield swept(id);
  for (const tellOf of Object.values(rareTurns)) {
    const told: Story[] = [];
    tellOf((scenario, settings) => {
      const s = story(scenario, settings);
      told.push(s);
      return s;
    });
    yield* told;
  }
  yield story('top-1', { hardwareAssist: true }).until(10).do('server.power-loss', 'A').until(20);
}
