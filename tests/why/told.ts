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
  yield* ofSettings();
}

/** What only other settings show. */
function* ofSettings(): Generator<Story> {
  const power = (s: Story, until: number): Story =>
    s.until(10).do('server.power-loss', 'A').until(until);
  yield power(story('top-1', { hardwareAssist: true }), 20);
  yield power(story('top-2', { portTopology: 'loop' }), 45);
  yield power(story('top-1', { binding: 'address' }), 45);
  yield power(story('top-1', { noPathRetry: 'fail' }), 45);
  yield story('mode-node-only').until(5).do('port.fail', 'A.p0').until(10);
  yield story('top-1', { rediscovery: seconds(5) })
    .until(5)
    .do('host.rscn-lost', 'X.h0')
    .do('port.fail', 'A.p0')
    .until(30);
  yield story('top-3')
    .until(5)
    .do('switch-port.npiv-off', 'A.p1.cable')
    .do('port.fail', 'A.p0')
    .until(30);
}
