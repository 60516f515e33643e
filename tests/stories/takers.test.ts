import { expect, test } from 'vitest';
import { story } from '../story.ts';

const quick = { boot: 3_000_000, automaticGiveback: 'off' } as const;

test('a taker that never replayed leaves the log to its partner, which waits and then replays it', () => {
  const s = story('top-1', quick).until(15).do('takeover.planned', 'B').until(15.02);
  s.do('server.panic', 'B').until(15.1).do('server.repair', 'B').until(15.4);
  s.do('server.power-loss', 'A').until(15.5).do('server.repair', 'A').until(40);
  s.order(
    ['disk.reserved', 'B.d0', 'A'],
    ['server.power-lost', 'A'],
    ['server.waits-for-giveback', 'B'],
    ['takeover.abandoned', 'A', 'B'],
    ['log.replayed', 'B', 'B'],
    ['server.up', 'B'],
  );
  expect(s.never('log.discarded', 'B')).toBe(true);
  expect(s.broken).toEqual([]);
});

test('a taker that panics at any moment of its takeover leaves no disk locked', () => {
  for (let at = 25; at < 29.4; at += 0.2) {
    const s = story('top-1', quick).until(10).do('server.power-loss', 'A').until(at);
    s.do('server.panic', 'B')
      .until(at + 0.1)
      .do('server.repair', 'B')
      .until(at + 1);
    s.do('server.repair', 'A').until(at + 40);
    const w = s.sim.world;
    expect(
      [...w.disk.reservation].every((holder) => holder === 0),
      `at ${at} s`,
    ).toBe(true);
    expect(s.all('server.up', 'A').length, `at ${at} s`).toBe(1);
    expect(s.broken, `at ${at} s`).toEqual([]);
  }
});

test('a reservation that was on its way when its taker died is released when it is back', () => {
  const s = story('top-1', { ...quick, boot: 100_000, fence: 5_000_000 });
  s.until(10).do('server.power-loss', 'A').until(25.05).do('server.panic', 'B');
  s.until(25.1).do('server.repair', 'B').until(40);
  s.order(
    ['disk.reserving', 'A.d0', 'B'],
    ['takeover.abandoned', 'B', 'A'],
    ['disk.released', 'A.d0', 'B'],
  );
  expect(s.broken).toEqual([]);
});
