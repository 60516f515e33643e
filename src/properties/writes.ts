import type { World } from '../model/world.ts';
import { eachBlockOf } from '../model/writes.ts';
import type { Property, Witness } from './property.ts';

/** A read brings back less than what had been acknowledged when it was submitted. */
function readsStale(w: World, request: number): Witness {
  if (w.request.write[request]) return null;
  return w.request.version[request]! < w.request.floor[request]!
    ? [w.request.block[request]!, request]
    : null;
}

/** Acknowledged writes are given up though no operator forced the takeover. */
function givenUpUnforced(w: World, server: number, home: number): Witness {
  if (w.server.forced[server]) return null;
  let first = 0;
  eachBlockOf(w, home, (block) => (first ||= block));
  return [first];
}

/** A partner’s LUN is served before the partner’s log was replayed in this takeover. */
function servedUnreplayed(w: World, request: number, server: number): Witness {
  const lun = w.request.lun[request]!;
  if (w.lun.home[lun] === server) return null;
  return w.server.replayedAt[server]! < w.server.takeoverAt[server]! ? [lun, request] : null;
}

/** A write is answered from one copy although the log counts as mirrored. */
function answeredFromOneCopy(w: World, request: number, server: number): Witness {
  if (!w.request.write[request]) return null;
  const block = w.request.block[request]!;
  const home = w.lun.home[w.request.lun[request]!]!;
  const version = w.request.version[request]!;
  if (home !== server) return w.block.partnerLog[block]! >= version ? null : [block, request];
  if (w.block.homeLog[block]! < version) return [block, request];
  const mirrored = w.block.partnerLog[block]! >= version;
  return w.server.logMirrored[server] && !mirrored ? [block, request] : null;
}

export const writesProperties: readonly Property[] = [
  {
    id: 'S4',
    group: 4,
    sentence:
      'A write that was acknowledged is never lost: every later read sees it or a newer one.',
    source: 'Claims 1, 8; NVRAM mirroring in ONTAP',
    witnesses: ['block', 'request'],
    // Writes are given up only by a takeover that an operator forced, on record.
    on: { 'io.served': readsStale, 'writes.lost': givenUpUnforced },
  },
  {
    id: 'S5',
    group: 4,
    sentence: 'A partner’s LUN is served only after the partner’s log was replayed.',
    source: 'Claims 1, 12',
    witnesses: ['lun', 'request'],
    on: { 'io.served': servedUnreplayed },
  },
  {
    id: 'S6',
    group: 4,
    sentence:
      'A write is acknowledged only when two logs hold it, or the mirror is known to be out of step.',
    source: 'NVRAM mirroring in ONTAP',
    witnesses: ['block', 'request'],
    on: { 'io.served': answeredFromOneCopy },
  },
];
