import { expect, test } from 'vitest';
import { claimId, claims } from '../../src/content/claims/index.ts';
import type { Claim } from '../../src/content/claims/index.ts';
import { leftOut, leftOutId } from '../../src/content/claims/leftOut.ts';
import { fromGallery } from '../../src/content/gallery.ts';
import type { Moment } from '../../src/model/moment.ts';
import { thingOf } from '../../src/model/plan.ts';
import { seconds } from '../../src/model/time.ts';
import { story } from '../story.ts';
import type { Story } from '../story.ts';

const about = ([, ...operands]: Moment): (string | number | undefined)[] =>
  operands.map((each) => each ?? undefined);

function played(claim: Claim): Story {
  const s = story(claimId(claim.number));
  for (const [at, command, thing] of claim.script) s.until(at).do(command, thing);
  return s.until(claim.until);
}

/** What must be as it was once everything is given back (Q3): all but addresses and counters. */
const likeAtTheStart = ({ sim: { world: w } }: Story): unknown => ({
  names: [[...w.vport.portName], [...w.vport.nodeName]],
  slots: [[...w.vport.state], [...w.vport.enabled]],
  disks: [
    [...w.disk.owner],
    [...w.disk.reservation],
    [...w.disk.homeView],
    [...w.disk.partnerView],
  ],
  servers: [[...w.server.life], [...w.server.monitor]],
});

for (const claim of claims) {
  test(`claim ${claim.number}: ${claim.title}`, () => {
    const s = played(claim);
    const from = seconds(claim.script[0]![0]);
    for (const chain of claim.order) {
      s.order(...chain.map((moment) => [moment[0], ...about(moment)] as const));
    }
    for (const moment of claim.never ?? []) {
      const found = s.all(moment[0], ...about(moment)).filter((fact) => fact.at >= from);
      expect(found, moment.join(' ')).toEqual([]);
    }
    // Each element of the claim is shown by something that happens, at things that are there.
    for (const element of claim.elements) {
      if (element.shownBy) s.first(element.shownBy[0], about(element.shownBy));
      for (const id of element.lookAt) expect(thingOf(s.sim.plan, id), id).not.toBeNull();
    }
    const { ending } = claim;
    const w = s.sim.world;
    for (const [disk, owner] of Object.entries(ending.owners ?? {}))
      expect(w.disk.owner[s.row(disk)], disk).toBe(s.row(owner));
    for (const [slot, home] of Object.entries(ending.carries ?? {})) {
      const row = s.row(slot);
      const primary = home === null ? 0 : s.row(home);
      const start = story(claimId(claim.number)).sim.world;
      expect(w.vport.portName[row], slot).toBe(start.vport.portName[primary]);
      expect(w.vport.nodeName[row], slot).toBe(start.vport.nodeName[primary]);
    }
    for (const [lun, most] of Object.entries(ending.pauseAtMost ?? {}))
      expect(s.pause(lun, claim.script[0]![0])).toBeLessThanOrEqual(most);
    if (ending.asAtTheStart)
      expect(likeAtTheStart(s)).toEqual(likeAtTheStart(story(claimId(claim.number)).until(1)));
    expect(s.broken).toEqual([]);
  });
}

for (const part of leftOut) {
  test(`${part.id}, claim ${part.claim} without a part: ${part.title}`, () => {
    const scenario = fromGallery(leftOutId(part))!;
    const s = story(leftOutId(part));
    for (const { at, command, thing } of scenario.script) s.until(at / 1e6).do(command, thing);
    s.until(scenario.until! / 1e6);
    expect([...s.broken].sort()).toEqual([...part.breaks].sort());
  });
}

test('every claim is there, in order, and those that build on another name one that is', () => {
  const numbers = claims.map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  for (const { builtOn } of claims) if (builtOn !== null) expect(numbers).toContain(builtOn);
});

test('a stored program is loaded before anything else, and replays to the same trace', () => {
  for (const claim of claims.filter(({ stored }) => stored)) {
    const [s, again] = [played(claim), played(claim)];
    expect(s.facts[0]!.seq).toBe(s.first('program.loaded').seq);
    expect(s.facts).toEqual(again.facts);
    expect(fromGallery(claimId(claim.number))!.program).toBe(true);
  }
});
