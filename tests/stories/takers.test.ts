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

test('servers that felled each other while each reserved the other’s disks do not wait for ever', () => {
  const s = story('top-2', { ...quick, missesAllowed: 3 }).until(2);
  s.do('server.slow', 'A').do('server.slow', 'B').until(15);
  s.order(['disk.reserved', undefined, 'A'], ['server.halted']);
  s.first('disk.reserved', [undefined, 'B']);
  s.do('server.repair', 'A').until(16).do('server.repair', 'B').until(60);
  s.order(['server.waits-for-giveback', 'A', 'B'], ['disk.released', undefined, 'A']);
  expect([...s.sim.world.disk.reservation].every((holder) => holder === 0)).toBe(true);
  for (const server of ['A', 'B']) expect(s.all('server.up', server).length).toBe(1);
  expect(s.broken).toEqual([]);
});
