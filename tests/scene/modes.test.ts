import { expect, test } from 'vitest';
import { captionOf } from '../../src/scene/captions.ts';
import { placesOf } from '../../src/scene/places.ts';
import { sceneAt } from '../../src/scene/scene.ts';
import { sentenceOf } from '../../src/scene/sentences.ts';
import { story } from '../story.ts';
import type { Story } from '../story.ts';

const sceneOf = (s: Story) => sceneAt(s.sim.world, s.sim.now, placesOf(s.sim.world, 1280, 'full'));

test('a port that only stands by has no name that could be missing', () => {
  const s = story('mode-standby-port').until(5);
  expect(captionOf(s.sim.world)).toBe('Two servers, four names. Each name is at home.');
  expect(
    sceneOf(s).fabrics.map(({ names }) => names.map(({ text, is }) => `${text} ${is}`)),
  ).toEqual([
    ['A1 solid', 'B1 solid'],
    ['A2 solid', 'B2 solid'],
  ]);
});

test('where no name moves nothing says that one has', () => {
  const s = story('mode-multipathing-only').until(10).do('server.power-loss', 'A').until(35);
  expect(captionOf(s.sim.world)).toBe('B serves LUN 0 under its own names. No name has moved.');
  expect(sentenceOf(s.sim.world, s.first('takeover.completed'))).toBe(
    'B has taken over: it serves the LUNs of A under its own names',
  );
  // The host says that a LUN waits only while none of its ways is open.
  expect(sceneOf(s).hosts[0]!.note).toBe('uses LUN 0, 1');
});

test('a name that lodges is told and drawn at the partner', () => {
  const s = story('mode-partner-pair').until(10).do('port.fail', 'A.p0').until(20);
  expect(captionOf(s.sim.world)).toBe(
    'A1 answers from a port of B, which hands requests on. No disk has moved.',
  );
  expect(sentenceOf(s.sim.world, s.first('port.moved'))).toMatch(/which hands requests on$/);
});
