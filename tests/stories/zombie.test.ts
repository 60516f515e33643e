import { expect, test } from 'vitest';
import { story } from '../story.ts';

test('a server that wakes before it was declared failed goes on, and the takeover is called off', () => {
  const s = story('top-1').until(10).do('server.pause', 'A').until(20).do('server.resume', 'A');
  s.until(40);
  s.order(
    ['partner.suspected', 'B'],
    ['server.resumed', 'A'],
    ['io.served', undefined, 'A'],
    ['takeover.cancelled', 'B', 'A'],
  );
  expect(s.never('takeover.started')).toBe(true);
  expect(s.broken).toEqual([]);
});

test('a server that wakes at any moment of a takeover halts, and no acknowledged write is lost', () => {
  let halted = 0;
  for (let at = 24.9; at < 29.5; at += 0.17) {
    const s = story('top-1', { resetPartner: false }).until(10).do('server.pause', 'A').until(at);
    s.do('server.resume', 'A').until(60);
    expect(s.broken, `woken at ${at.toFixed(2)} s`).toEqual([]);
    if (s.never('takeover.started')) continue;
    halted++;
    expect(s.never('takeover.completed'), `woken at ${at.toFixed(2)} s`).toBe(false);
  }
  expect(halted).toBeGreaterThan(20);
});

test('a write that the partner no longer mirrors is not acknowledged: the server stands down', () => {
  const s = story('top-1', { resetPartner: false, fence: 4_000_000, readShare: 0 });
  s.until(10).do('server.pause', 'A').until(25.1);
  expect(s.never('takeover.started')).toBe(false);
  s.do('server.resume', 'A').until(60);
  s.order(['takeover.started', 'B'], ['server.resumed', 'A'], ['server.stood-down', 'A', 'B']);
  expect(s.broken).toEqual([]);
});

test('a taker that stands still and wakes finds its takeover as it left it', () => {
  const s = story('top-1', { automaticGiveback: 'off' }).until(10).do('server.power-loss', 'A');
  s.until(40).do('server.pause', 'B').until(50).do('server.resume', 'B').until(60);
  expect(s.all('takeover.started')).toHaveLength(1);
  expect(s.never('takeover.resumed')).toBe(true);
  expect(s.all('io.acknowledged', undefined, 'lun0').some((fact) => fact.at > 51e6)).toBe(true);
  expect(s.broken).toEqual([]);
});

test('a taker that stands still before it is done starts its takeover anew when it wakes', () => {
  const s = story('top-1', { automaticGiveback: 'off' }).until(10).do('server.power-loss', 'A');
  s.until(26).do('server.pause', 'B').until(30).do('server.resume', 'B').until(60);
  s.order(
    ['takeover.started', 'B'],
    ['server.paused', 'B'],
    ['takeover.resumed', 'B', 'A'],
    ['log.replayed', 'B', 'A'],
    ['takeover.completed', 'B', 'A'],
  );
  expect(s.broken).toEqual([]);
});
