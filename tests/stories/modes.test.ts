import { expect, test } from 'vitest';
import { fromGallery } from '../../src/content/gallery.ts';
import { modes } from '../../src/content/modes.ts';
import { planOf } from '../../src/content/plan.ts';
import { Run } from '../../src/kernel/run.ts';
import { Reporter } from '../../src/report/report.ts';
import { story } from '../story.ts';

for (const { id } of modes) {
  test(`${id} shows what it expects, and no invariant breaks`, () => {
    const scenario = fromGallery(id)!;
    const plan = planOf(scenario);
    const run = new Run(plan, scenario.script);
    const reporter = new Reporter(plan, scenario.expect);
    while (!run.extend(scenario.until, 10_000)) reporter.take(run.news().words);
    const last = run.news();
    reporter.take(last.words);
    expect(last.refused).toEqual([]);
    const { expectations } = reporter.report(scenario.until, '0'.repeat(64), []);
    expect(expectations.length).toBeGreaterThan(4);
    expect(expectations.filter(({ holds }) => !holds)).toEqual([]);
  });
}

const single = 'mode-multipathing-only';

test('multipathing only: no name moves, both paths to the dead server fail, and its LUN waits for its disks', () => {
  const s = story(single).until(10).do('server.power-loss', 'A').until(35);
  const home = s.all('path.failed');
  expect(home.map(({ a }) => s.id('vport', s.sim.world.path.home[a]!))).toEqual([
    'A.p0.P',
    'A.p1.P',
  ]);
  s.order(
    ['path.blocked'],
    ['path.failed'],
    ['takeover.started', 'B', 'A'],
    ['log.replayed', 'B', 'A'],
    ['luns.online', 'B', 'A'],
    ['io.acknowledged', undefined, 'lun0'],
  );
  expect(s.never('vport.enabled')).toBe(true);
  expect(s.never('fabric.login-accepted')).toBe(true);
  // Detection, fence and replay: nothing has to log in, and no host to look for it.
  const online = s.first('luns.online', ['B', 'A']).at;
  const answered = s.all('io.acknowledged', undefined, 'lun0').find(({ at }) => at > online)!.at;
  expect(answered - online).toBeLessThan(20_000);
  expect(s.pause('lun0', 10)).toBeGreaterThan(15);
  expect(s.pause('lun1', 10)).toBeLessThan(0.1);
  expect(s.broken).toEqual([]);
});

test('multipathing only: requests that a dead server was handed wait at the other and are served there', () => {
  const s = story(single).until(10).do('server.power-loss', 'A').until(40);
  const handedOn = s.all('io.forwarded');
  expect(handedOn.length).toBeGreaterThan(0);
  const online = s.first('luns.online', ['B', 'A']);
  const kept = handedOn.filter(({ seq }) => seq < online.seq);
  for (const { a } of kept) expect(() => s.first('io.arrived', [a], online.seq)).not.toThrow();
  expect(s.broken).toEqual([]);
});

test('multipathing only: while a server is well its partner’s ports carry none of its requests', () => {
  const s = story(single).until(20);
  expect(s.all('io.arrived').length).toBeGreaterThan(1000);
  expect(s.never('io.forwarded')).toBe(true);
});

test('multipathing only: with its own ports dark a LUN is served through its partner’s, by its own server', () => {
  const s = story(single).until(10).do('port.fail', 'A.p0').do('port.fail', 'A.p1').until(30);
  s.order(
    ['port.name-stays', 'A.p0'],
    ['path.failed'],
    ['io.forwarded'],
    ['io.served', undefined, 'A'],
  );
  expect(s.never('takeover.started')).toBe(true);
  // The remote port is given up after fast_io_fail, and nobody had to take anything over.
  expect(s.pause('lun0', 10)).toBeGreaterThan(5);
  expect(s.pause('lun0', 10)).toBeLessThan(7);
  expect(s.broken).toEqual([]);

  // Now the interconnect is its only way.
  s.do('interconnect.cut', 'interconnect.A-B').until(45);
  const cut = s.first('interconnect.cut').seq;
  s.first('io.refused', [], cut);
  s.do('interconnect.mend', 'interconnect.A-B').until(60);
  expect(s.pause('lun0', 30.5)).toBeGreaterThan(14);
  expect(s.pause('lun0', 30.5)).toBeLessThan(16);
  expect(s.broken).toEqual([]);
});
