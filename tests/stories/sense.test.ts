import { expect, test } from 'vitest';
import { refusals, senseOf } from '../../src/model/sense.ts';
import { answer, answers } from '../../src/model/wordLists.ts';
import type { Fact } from '../../src/model/fact.ts';
import { story } from '../story.ts';
import type { Story } from '../story.ts';

/** Refusals with this answer. */
const refused = (s: Story, says: keyof typeof answer): Fact[] =>
  s.all('io.refused').filter(({ c }) => c === answer[says]);

test('after a takeover each LUN says once that its session is lost, and is asked again at once', () => {
  const s = story('top-2').until(5).do('server.power-loss', 'A').until(60);
  const online = s.first('path.online').at;
  const attentions = refused(s, 'unit attention');
  expect(attentions.length).toBeGreaterThan(0);
  for (const { at, a, seq } of attentions) {
    expect(at).toBeGreaterThan(online);
    const requeued = s.first('io.requeued', [a], seq);
    const sent = s.first('io.sent', [a], seq);
    expect([sent.at, sent.because]).toEqual([requeued.at, requeued.seq]);
    s.first('io.acknowledged', [a], sent.seq);
  }
  expect(s.broken).toEqual([]);
});

test('a path that the path checker looked at has told its unit attention to the checker', () => {
  const s = story('top-1').until(5).do('server.power-loss', 'A').until(60);
  s.order(
    ['path.failed'],
    ['path.online'],
    ['path.reinstated'],
    ['io.acknowledged', undefined, 'lun0'],
  );
  expect(refused(s, 'unit attention')).toEqual([]);
});

test('a slot that is to leave answers BUSY, and the request comes again later', () => {
  const s = story('start').until(3).do('server.power-loss', 'A').until(15).do('server.repair', 'A');
  s.until(20).do('giveback.start', 'B').until(30);
  const busy = refused(s, 'busy');
  expect(busy.length).toBeGreaterThan(0);
  const quiesced = s.first('vport.quiesced', ['B.p0.S1']).at;
  expect(busy.every(({ at }) => at >= quiesced)).toBe(true);
});

test('LUNs whose shelf a server cannot reach answer NOT READY 04/00', () => {
  const s = story('top-1', { takeoverWithoutPort: false, automaticTakeover: false });
  s.until(5).do('shelf.cut-home', 'shelf1').until(8);
  const answers = new Set(s.all('io.refused').map(({ c }) => senseOf(c)));
  expect([...answers]).toEqual(['NOT READY 04/00']);
});

test('every answer but good has a status, and with CHECK CONDITION sense data', () => {
  expect(Object.keys(refusals)).toEqual(answers.slice(2));
  for (const { status, sense, means } of Object.values(refusals)) {
    expect(sense === '').toBe(status === 'BUSY');
    expect(means.length).toBeGreaterThan(0);
  }
});
