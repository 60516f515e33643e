import { within } from '../charts/index.ts';
import { kindNames } from '../model/kinds.ts';
import type { KindName } from '../model/kinds.ts';
import type { Thing } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import { givebackVetoes, inhibitions, legs } from '../model/wordLists.ts';
import type { World } from '../model/world.ts';
import { called } from '../scene/words.ts';
import { answerFor, waitingRequest } from './answers.ts';
import { asideOf } from './chain.ts';
import { sourcesOf, tellRule } from './rule.ts';
import { ruleOf } from './rules.ts';
import { lastOf } from './told.ts';
import type { Told } from './told.ts';
import type { Refused } from './whyNot.ts';

/** Something that is not so, told by the fact that refused it; nothing when there is no such fact. */
function by(told: Told, seq: number, what: string, reason: string | null = null): Refused[] {
  const aside = asideOf(told, seq);
  if (!aside) return [];
  const fact = told.trace.fact(seq);
  const rule = ruleOf(kindNames[fact.kind]!);
  const { says, source } = rule
    ? tellRule(rule, told.world, fact)
    : { says: aside.says, source: '' };
  return [{ what, reason: reason ?? says, source, fact: aside }];
}

/** Takeovers and givebacks of a pair that were not begun. */
export function takeoversNotBegun(
  told: Told,
  w: World,
  { table, row }: Thing,
  until: number,
): readonly Refused[] {
  const partner = table === 'server' ? w.server.partner[row]! : 0;
  if (!partner) return [];
  const S = called.server;
  const last = (kind: KindName, taker: number): number =>
    lastOf(told, [kind], until, ({ a }) => a === taker);
  return [
    [partner, row],
    [row, partner],
  ].flatMap(([taker = 0, failed = 0]) => {
    const name = `${S(w, taker)} does not take ${S(w, failed)} over`;
    const inhibited = w.server.inhibited[taker]!;
    const vetoed = w.server.vetoed[taker]!;
    if (inhibited) return by(told, last('takeover.inhibited', taker), name, inhibitions[inhibited]);
    if (vetoed)
      return by(
        told,
        last('giveback.vetoed', taker),
        `${S(w, taker)} does not give back to ${S(w, failed)}`,
        givebackVetoes[vetoed],
      );
    const { missesAllowed } = w.plan.settings;
    if (!within('failoverMonitor', w.server.monitor[taker]!, 'suspect')) return [];
    return by(
      told,
      last('heartbeat.missed', taker),
      `${S(w, taker)} does not yet take ${S(w, failed)} over`,
      `${w.server.misses[taker]} of ${missesAllowed} heartbeats missed`,
    );
  });
}

const refusals: readonly KindName[] = [
  'fabric.login-rejected',
  'fabric.npiv-refused',
  'fabric.limit-reached',
  'fabric.name-still-listed',
  'vport.duplicate-refused',
  'vport.pair-refused',
];

/** Slots of a thing whose last login was refused. */
export function refusedLogins(
  told: Told,
  w: World,
  { table, row }: Thing,
  until: number,
): readonly Refused[] {
  const isOf = (slot: number): boolean => {
    const port = w.vport.port[slot]!;
    if (table === 'vport') return slot === row;
    return table === 'port' ? port === row : table === 'server' && w.port.server[port] === row;
  };
  const found: Refused[] = [];
  for (let slot = 1; slot < w.vport.rows; slot++) {
    if (!isOf(slot) || w.vport.address[slot]) continue;
    const refused = lastOf(told, refusals, until, ({ a }) => a === slot);
    // What was disabled, or had an address, since then is no longer refused.
    const settled = lastOf(told, ['vport.disabled', 'vport.online'], until, ({ a }) => a === slot);
    if (refused > settled)
      found.push(
        ...by(told, refused, `${called.name(w, slot)} is not logged in at ${called.slot(w, slot)}`),
      );
  }
  return found;
}

/** Requests are on their way all the time; one that has been where it is for so long waits, µs. */
const noticeable: Micros = 100_000;

/** LUNs whose requests wait, of a host or a LUN. */
export function stalledRequests(
  told: Told,
  w: World,
  { table, row }: Thing,
  until: number,
): readonly Refused[] {
  if (table !== 'host' && table !== 'lun') return [];
  const found: Refused[] = [];
  for (let lun = 1; lun < w.lun.rows; lun++) {
    if (table === 'lun' ? lun !== row : w.lun.host[lun] !== row) continue;
    const request = waitingRequest(w, lun);
    if (!request || told.trace.instant(until - 1) - w.request.legAt[request]! < noticeable)
      continue;
    const seq = answerFor(told, w, { table: 'request', row: request }, until);
    const where = legs[w.request.leg[request]!];
    found.push({
      what: `Requests of ${called.lun(w, lun)} are not answered`,
      reason: `The oldest is ${where}`,
      source: sourcesOf([], where === 'waiting' ? ['noPathRetry'] : ['commandTimeout']),
      fact: asideOf(told, seq),
    });
  }
  return found;
}
