import { expect, test } from 'vitest';
import type { KindName } from '../../src/model/kinds.ts';
import { inhibitions } from '../../src/model/wordLists.ts';
import { causeOf } from '../../src/why/chain.ts';
import { chainOf } from '../../src/why/index.ts';
import type { Link } from '../../src/why/index.ts';
import { inhibitorOf } from '../../src/why/takeoverRules.ts';
import { goldenStories, tellGolden } from '../golden/stories.ts';
import { faults } from '../../src/content/faults/index.ts';
import { tellFault } from '../stories/tellFault.ts';
import { plainly } from '../stories/turns.ts';
import { kindNames } from '../../src/model/kinds.ts';
import { story } from '../story.ts';
import type { Story } from '../story.ts';
import { asked } from './asked.ts';

const golden = (name: string): Story => tellGolden(goldenStories.find((g) => g.name === name)!);

/** The runs of the fault catalogue, told once. */
let told: readonly Story[] | undefined;
const ofFaults = (): readonly Story[] =>
  (told ??= faults.map((fault) => tellFault(fault, plainly)));

/** The kind of the fact that led to the first fact of a kind, as the rule has it. */
function ledTo(s: Story, kind: KindName): string {
  const seq = causeOf(asked(s), s.first(kind));
  return seq < 0 ? 'nothing' : kindNames[s.facts[seq]!.kind]!;
}
/** The last link of the chain of the first fact of a kind. */
const link = (s: Story, kind: KindName): Link => chainOf(asked(s), s.first(kind).seq).at(-1)!;

test('silence leads to what silenced the partner, whatever that was', () => {
  const of: readonly (readonly [string, KindName])[] = [
    ['server.power-loss', 'server.power-lost'],
    ['server.hang', 'server.hung'],
    ['server.pause', 'server.paused'],
    ['server.slow', 'server.slowed'],
    ['interconnect.cut', 'interconnect.cut'],
  ];
  for (const [name, kind] of of)
    expect([name, ledTo(golden(name), 'heartbeat.missed')]).toEqual([name, kind]);
});

test('a partner that is heard again leads to what let it speak', () => {
  expect(ledTo(golden('server.relieve'), 'partner.heard-again')).toBe('server.relieved');
  expect(ledTo(golden('server.resume'), 'partner.heard-again')).toBe('server.resumed');
});

test('a suspicion leads to the heartbeat that was missed, and no beat of the pulse is a reason', () => {
  expect(ledTo(golden('server.power-loss'), 'partner.suspected')).toBe('heartbeat.missed');
  const planned = golden('takeover.planned');
  expect(ledTo(planned, 'mirror.lost')).toBe('takeover.ordered');
  expect(ledTo(golden('mirror.break'), 'mirror.lost')).toBe('interconnect.mirror-broken');
  expect(ledTo(planned, 'vport.drained')).toBe('vport.quiesced');
});

test('a partner that waits leads to the moment from which it waits', () => {
  expect(ledTo(golden('server.repair'), 'partner.waits')).toBe('server.waits-for-giveback');
});

test('an impaired partner leads to the path that it lost', () => {
  expect(ledTo(golden('shelf.cut-home'), 'partner.impaired')).toBe('shelf.cut-off');
});

test('a reservation conflict leads to the reservation, and a server that stands down to the takeover', () => {
  const runs = [golden('second-login-wins'), golden('server.slow'), ...ofFaults()];
  const having = (kind: KindName): Story[] => runs.filter((s) => !s.never(kind));
  expect(having('reservation.conflict').length).toBeGreaterThan(0);
  for (const s of having('reservation.conflict'))
    expect(ledTo(s, 'reservation.conflict')).toBe('disk.reserved');
  expect(having('server.stood-down').length).toBeGreaterThan(0);
  for (const s of having('server.stood-down'))
    expect(ledTo(s, 'server.stood-down')).toBe('takeover.started');
});

test('every reason that inhibits a takeover in some run names the fact behind it', () => {
  const unnamed = new Set<string>();
  const named = new Set<string>();
  for (const s of ofFaults()) {
    for (const fact of s.all('takeover.inhibited'))
      (inhibitorOf(asked(s), fact) < 0 ? unnamed : named).add(inhibitions[fact.c]!);
  }
  expect([...unnamed]).toEqual([]);
  expect(named.size).toBeGreaterThan(4);
});

test('a refusal shows what it looked at besides', () => {
  expect(link(golden('switch-port.npiv-off'), 'switch-port.npiv-off').rule).toBeNull();
  const off = story('start').until(2).do('switch-port.npiv-off', 'B.p0.cable').until(3);
  off.do('server.power-loss', 'A').until(9);
  expect(link(off, 'fabric.npiv-refused').also?.says).toMatch(/^NPIV is turned off/);
  const held = golden('refused-until-it-lets-go');
  const rejected = link(held, 'fabric.login-rejected');
  expect(rejected.rule).toMatchObject({
    says: 'A name that is logged in keeps its place: the first login wins',
  });
  expect(rejected.rule!.values).toContain('duplicateNames first-wins');
  expect(rejected.rule!.source).toContain('Brocade: duplicate port WWN policies');
});

test('a replay that failed shows the damage, a veto the disk', () => {
  expect(link(golden('takeover-undone'), 'log.replay-failed').also?.says).toMatch(/go bad/);
  for (const s of ofFaults()) {
    for (const fact of s.all('giveback.vetoed'))
      expect(chainOf(asked(s), fact.seq).at(-1)!.also).not.toBeNull();
  }
});
