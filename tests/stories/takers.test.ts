import { expect, test } from 'vitest';
import { story } from '../story.ts';

const quick = { boot: 3_000_000, automaticGiveback: 'off' } as const;

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
