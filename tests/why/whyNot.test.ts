import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandsFor } from '../../src/commands/index.ts';
import { thingOf } from '../../src/model/plan.ts';
import { grounds } from '../../src/why/grounds.ts';
import { notYet, refusedVerbs } from '../../src/why/index.ts';
import type { Refused } from '../../src/why/index.ts';
import { story } from '../story.ts';
import type { Story } from '../story.ts';
import { asked } from './asked.ts';

const thing = (s: Story, id: string) => thingOf(s.sim.plan, id)!;
const waits = (s: Story, id: string): readonly Refused[] =>
  notYet(asked(s), s.sim.world, thing(s, id), s.facts.length);
const verb = (s: Story, id: string, label: string): Refused | undefined =>
  refusedVerbs(asked(s), s.sim.world, thing(s, id), s.facts.length).find(
    ({ what }) => what === label,
  );

test('each ground stands behind a reason that a command gives', () => {
  const reasons = readdirSync('src/commands').flatMap((file) =>
    [...readFileSync(`src/commands/${file}`, 'utf8').matchAll(/'([A-Z][^'\n]*\.)'/g)].map(
      ([, reason]) => reason!,
    ),
  );
  expect(reasons.length).toBeGreaterThan(50);
  for (const { reason } of grounds)
    expect(
      reasons.some((each) => reason.test(each)),
      String(reason),
    ).toBe(true);
});

test('a settled cluster has no takeover to explain, and its verbs stand without a fact', () => {
  const s = story('start').until(2);
  for (const id of ['A', 'B', 'X', 'A.p0', 'B.p0.S1']) expect(waits(s, id)).toEqual([]);
  for (const id of ['A', 'A.p0', 'A.d0', 'X', 'shelf1', 'F1', 'interconnect.A-B', 'A.p0.cable'])
    for (const { reason, fact } of refusedVerbs(
      asked(s),
      s.sim.world,
      thing(s, id),
      s.facts.length,
    ))
      expect([reason, fact?.says]).toEqual([reason, undefined]);
});

test('a verb that does not apply names the fact that made it so', () => {
  const s = story('start').until(2).do('server.power-loss', 'A').until(9);
  expect(verb(s, 'A', 'Planned takeover by its partner')).toMatchObject({
    reason: 'It does not run, so it cannot shut down in order.',
    fact: { says: 'Server A loses power' },
  });
  expect(verb(s, 'B', 'Planned takeover by its partner')).toMatchObject({
    reason: 'Its partner does not run.',
    fact: { says: 'Server A loses power' },
  });
  expect(verb(s, 'A', 'Give back')).toMatchObject({
    reason: 'The failed server does not wait for it yet.',
    source: 'claim 29; ONTAP: waiting for giveback',
    fact: { says: 'Server A loses power' },
  });
});

test('an operator’s switch and a cut interconnect stand behind a refused takeover', () => {
  const s = story('start').until(2).do('takeover.disable', 'A').until(3);
  expect(verb(s, 'A', 'Planned takeover by its partner')).toMatchObject({
    source: 'ONTAP: cf disable',
    fact: { says: expect.stringMatching(/^An operator switches takeovers off/) as string },
  });
  const cut = story('start').until(2).do('interconnect.cut', 'interconnect.A-B').until(2.1);
  expect(verb(cut, 'A', 'Planned takeover by its partner')).toMatchObject({
    source: 'ONTAP: NVRAM mirroring',
    fact: { says: 'The interconnect is cut: neither server hears the other' },
  });
  expect(verb(cut, 'interconnect.A-B', 'Cut interconnect')?.fact?.seq).toBe(
    cut.first('interconnect.cut').seq,
  );
});

test('a takeover that waits for silence says how much of it there was', () => {
  const s = story('start').until(2).do('server.power-loss', 'A').until(2.7);
  for (const id of ['A', 'B'])
    expect(waits(s, id)[0]).toMatchObject({
      what: 'B does not yet take A over',
      reason: '1 of 3 heartbeats missed',
      fact: { says: 'B misses heartbeat 1 of A' },
    });
});

test('a takeover that is not permitted names what inhibits it, and the fact behind that', () => {
  const s = story('start').until(2).do('takeover.disable', 'A').until(3);
  s.do('server.power-loss', 'A').until(9);
  const [found] = waits(s, 'A');
  expect(found).toMatchObject({
    what: 'B does not take A over',
    reason: 'disabled by operator',
    source: 'ONTAP: cf.fsm.takeoverOfPartnerDisabled',
    fact: { seq: s.first('takeover.inhibited', ['B', 'A']).seq },
  });
});

test('a login that was refused names the policy of the switch', () => {
  const s = story('start').until(2).do('switch-port.npiv-off', 'B.p0.cable').until(3);
  s.do('server.power-loss', 'A').until(9);
  for (const id of ['B.p0.S1', 'B.p0', 'B']) {
    const found = waits(s, id).find(({ what }) => what.startsWith('A1 is not logged in'));
    expect(found).toMatchObject({
      reason: 'A switch port without NPIV grants no further name',
      source: 'FC-LS: NPIV; ONTAP: scsitarget.fct.npivErr',
    });
    expect(found?.fact?.says).toMatch(/NPIV is off at its switch port$/);
  }
});

test('requests that are not answered say what they wait for', () => {
  const s = story('start').until(2).do('server.power-loss', 'A').until(3.4);
  const found = waits(s, 'X');
  expect(found.length).toBeGreaterThan(0);
  expect(found[0]!.what).toMatch(/^Requests of .* are not answered$/);
  expect(found[0]!.fact).not.toBeNull();
});

test('every table of the menu can be asked why not', () => {
  const s = story('start').until(2).do('server.power-loss', 'A').until(9);
  const told = asked(s);
  for (const [table, ids] of Object.entries(s.sim.plan.ids)) {
    const each = { table: table as 'server', row: 1 };
    if (ids.length < 2 || commandsFor(each.table).length === 0) continue;
    const refused = refusedVerbs(told, s.sim.world, each, s.facts.length);
    for (const { what, reason } of refused) expect([what, reason]).not.toContain('');
  }
});
