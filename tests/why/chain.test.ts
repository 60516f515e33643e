import { expect, test } from 'vitest';
import { thingOf } from '../../src/model/plan.ts';
import { answerFor, chainOf } from '../../src/why/index.ts';
import type { Link } from '../../src/why/index.ts';
import { story } from '../story.ts';
import type { Story } from '../story.ts';
import { asked } from './asked.ts';

/** Why the thing is at the end of the story as it is. */
function chain(s: Story, id: string): readonly Link[] {
  const told = asked(s);
  return chainOf(told, answerFor(told, s.sim.world, thingOf(s.sim.plan, id)!, s.facts.length));
}
const said = (links: readonly Link[]): string[] => links.map(({ says }) => says);

test('a name at its new place leads back to the power that a person cut', () => {
  const links = chain(story('start').until(2).do('server.power-loss', 'A').until(9), 'B.p0.S1');
  expect(said(links)).toEqual([
    'You chose “Power loss” for A',
    'Server A loses power',
    'B misses heartbeat 3 of A',
    'B declares A failed: no heartbeat',
    '12 disks change owner from A to B',
    'Slot B 1/S1 is activated for A1',
    'Node name and port name of A1 stand in slot B 1/S1',
    'B 1/S1 asks to log in as A1 (FDISC)',
    'The fabric accepts B 1/S1 and gives address 010202',
    'A1 is logged in at B 1/S1, address 010202',
  ]);
  expect(links.map(({ tone }) => tone).slice(0, 5)).toEqual([
    'person',
    'failed',
    'failed',
    'decision',
    'step',
  ]);
  expect(links[4]!.count).toBe(12);
  expect(links[3]!.rule).toEqual({
    says: 'missesAllowed × heartbeatInterval without a heartbeat is a failure: 3 × 500 ms = 1.5 s',
    values: 'missesAllowed 3 (default 15), heartbeatInterval 500 ms (default 1 s)',
    source: 'claims 2, 28; ONTAP: takeover after up to 15 s; assumption of this model',
    brief: 'claims 2, 28; ONTAP: takeover after up to 15 s',
  });
  for (let i = 1; i < links.length; i++) expect(links[i]!.seq).toBeGreaterThan(links[i - 1]!.seq);
});

test('a disk, a server and a host answer too, each with its own last fact', () => {
  const s = story('start').until(2).do('server.power-loss', 'A').until(9);
  expect(said(chain(s, 'A.d3')).at(-1)).toMatch(/changes owner from A to B$/);
  expect(said(chain(s, 'A')).at(-1)).toBe('Server A loses power');
  expect(said(chain(s, 'B')).at(-1)).toMatch(/^B has taken over/);
  expect(said(chain(s, 'X')).at(-1)).toMatch(/^The path checker reinstates|is open$/);
  expect(said(chain(s, 'A.p0.cable'))[0]).toBe('You chose “Power loss” for A');
  expect(answerFor(asked(s), s.sim.world, thingOf(s.sim.plan, 'B.d0')!, s.facts.length)).toBe(-1);
});

test('an answer is that of the moment asked about', () => {
  const s = story('start').until(2).do('server.power-loss', 'A').until(9);
  const told = asked(s);
  const slot = thingOf(s.sim.plan, 'B.p0.S1')!;
  const at = (until: number): number => answerFor(told, s.sim.world, slot, until);
  expect(at(s.first('server.power-lost').seq)).toBe(-1);
  const written = s.first('vport.names-written', ['B.p0.S1']).seq;
  expect(at(written + 1)).toBe(written);
});

test('of two causes of silence the first since the last heartbeat is the reason', () => {
  const s = story('start').until(2).do('interconnect.cut', 'interconnect.A-B').until(2.2);
  s.do('server.power-loss', 'A').until(4);
  const told = asked(s);
  const missed = s.all('heartbeat.missed', 'B').at(-1)!.seq;
  expect(said(chainOf(told, missed))[0]).toBe('You chose “Cut interconnect” for interconnect.A-B');
});

test('a silence that is over by now still explains the heartbeat that was missed', () => {
  const s = story('start').until(2).do('server.slow', 'A').until(2.9).do('server.relieve', 'A');
  s.until(5);
  const told = asked(s);
  for (const { seq } of s.all('heartbeat.missed', 'B'))
    expect(said(chainOf(told, seq))[0]).toBe('You chose “Too busy for heartbeats” for A');
});

test('a request that was lost leads to what took its target away', () => {
  const s = story('start').until(2).do('server.power-loss', 'A').until(2.2);
  const told = asked(s);
  const links = chainOf(told, s.all('io.lost').at(-1)!.seq);
  expect(said(links)[0]).toBe('You chose “Power loss” for A');
  expect(said(links).at(-1)).toMatch(/^Request \d+ is lost$/);
});

test('a request asked about after a takeover is told with its way', () => {
  const s = story('start').until(2).do('server.power-loss', 'A').until(4);
  const told = asked(s);
  const lun = thingOf(s.sim.plan, 'A.l0') ?? { table: 'lun' as const, row: 1 };
  const seq = answerFor(told, s.sim.world, lun, s.facts.length);
  expect(said(chainOf(told, seq))[0]).toBe('You chose “Power loss” for A');
});
