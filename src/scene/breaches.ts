import type { World } from '../model/world.ts';
import { called } from './words.ts';

/** What shows a property broken, from its two witnesses; only what never changes may be asked. */
type Breach = (w: World, a: number, b: number) => string;

const S = called.server;
const { disk, slot, lun, path } = called;
const lunOf = (w: World, block: number): string => lun(w, w.block.lun[block]!);

/** Every property by its id, in the order in which facts number them. */
const breaches: Readonly<Record<string, Breach>> = {
  S1: () => 'a port name is logged in twice in one fabric',
  S2: (w, a) => `${disk(w, a)} can be written by two servers, or by one that does not own it`,
  S3: (w, a) => `a LUN is served from ${disk(w, a)}, which is not fenced`,
  S4: (w, a) => `a read of ${lunOf(w, a)} misses a write that was acknowledged`,
  S5: (w, a) => `${lun(w, a)} is served before its server’s log was replayed`,
  S6: (w, a) => `a write to ${lunOf(w, a)} is acknowledged with one copy of it`,
  S7: (w, a) => `${slot(w, a)} is enabled and shares its port with no other name`,
  S8: (w, a) => `${slot(w, a)} does not carry the names of its primary`,
  S9: (w, a) => `${slot(w, a)} stands by, and yet it is logged in or takes a request`,
  S10: (w, a, b) => `${S(w, b)} takes over, and ${slot(w, a)} answers no more`,
  S11: (w, _a, b) => `a request for another server’s LUN reaches ${slot(w, b)}`,
  S12: (w, a) => `${disk(w, a)} changes owner, though only a port has failed`,
  S13: (w, a, b) => `${S(w, a)} takes ${S(w, b)} over without being permitted`,
  S14: (w, a, b) => `${slot(w, a)} is enabled while ${S(w, b)} holds its name or disks`,
  S15: () => 'a switch port carries more logins than it may',
  S16: () => 'the name server lists a name that is not logged in',
  S17: (w, a, b) => `${S(w, b)} goes on although ${disk(w, a)} is no longer its own`,
  L1: (w, a) => `${lun(w, a)} does not answer in time on every path`,
  L2: (w, a) => `${slot(w, a)} is still refused the name of a server that is gone`,
  L3: (w, a, b) => `${S(w, a)} has not given back to ${S(w, b)} in time`,
  L4: (w, _a, b) => `a request on ${path(w, b)} comes to no end`,
  L5: (w, a, b) => `${S(w, a)} has not taken ${S(w, b)} over in time`,
  L6: (w, a) => `${called.name(w, a)} moves again and again`,
  L7: (w, a, b) => `${S(w, a)} takes ${S(w, b)} over, which has been running all the time`,
  Q1: (w, a) => `fabric and server do not agree about ${slot(w, a)}`,
  Q2: (w, a) => `${path(w, a)} leads to an address that the name has left`,
  Q3: (w, a, b) => `${a ? slot(w, a) : disk(w, b)} is not as it was before the failure`,
  Q4: (w, a) => `${disk(w, a)} has another owner than the failover monitors say`,
  Q5: (w, a) => `${path(w, a)} is missing`,
  Q6: (w, a) =>
    a ? `${slot(w, a)} stands half-way` : 'a request has been on its way for too long',
};

/** Ids of properties, in the order of their numbers in facts. */
export const breachIds: readonly string[] = Object.keys(breaches);

/** `S3 is broken: …`, from the number of the property, counted from 1, and its witnesses. */
export function breachText(w: World, property: number, a: number, b: number): string {
  const id = breachIds[property - 1]!;
  return `${id} is broken: ${breaches[id]!(w, a, b)}`;
}
