import type { Fact } from '../model/fact.ts';
import { kindNames } from '../model/kinds.ts';
import type { KindName } from '../model/kinds.ts';
import type { World } from '../model/world.ts';
import { lastOf } from './told.ts';
import type { Told } from './told.ts';

/** What silences a server, and what lets it be heard again after each. */
const ofServer: readonly (readonly [KindName, readonly KindName[]])[] = [
  ['server.power-lost', ['server.up', 'server.waits-for-giveback']],
  ['server.panicked', ['server.up', 'server.waits-for-giveback']],
  ['server.hung', ['server.up', 'server.waits-for-giveback']],
  ['server.reset', ['server.up', 'server.waits-for-giveback']],
  ['server.halted', ['server.up', 'server.waits-for-giveback']],
  ['server.stood-down', ['server.up', 'server.waits-for-giveback']],
  ['server.shut-down', ['server.up', 'server.waits-for-giveback']],
  ['server.paused', ['server.resumed', 'server.power-lost', 'server.reset']],
  ['server.slowed', ['server.relieved', 'server.power-lost', 'server.reset']],
];
const ofLink: readonly (readonly [KindName, readonly KindName[]])[] = [
  ['interconnect.cut', ['interconnect.mended']],
];

const of =
  (row: number) =>
  ({ a }: Fact): boolean =>
    a === row;

/**
 * Those of the pairs whose first has happened to a row before `until` and whose second has not since, or
 * only after `heard`: what is over by now kept the next heartbeat away all the same.
 */
const inForce = (
  told: Told,
  pairs: typeof ofServer,
  row: number,
  until: number,
  heard: number,
): readonly number[] =>
  pairs
    .map(([begins, ends]): number => {
      const began = lastOf(told, [begins], until, of(row));
      if (began < 0) return -1;
      const ended = lastOf(told, ends, until, of(row));
      return ended < began || (heard >= 0 && ended > heard) ? began : -1;
    })
    .filter((seq) => seq >= 0);

/**
 * The fact that keeps `server` from being heard by its partner at `until`: of all that are in force the
 * first since it was last heard, since silence needs one reason only.
 * @param heard sequence number of the last heartbeat that was heard; what is older explains nothing new
 * @returns its sequence number, -1 when nothing is known to be wrong
 */
export function silencerOf(told: Told, server: number, until: number, heard = -1): number {
  const link = told.world.server.interconnect[server]!;
  const all = [
    ...inForce(told, ofServer, server, until, heard),
    ...inForce(told, ofLink, link, until, heard),
  ].sort((a, b) => a - b);
  return all.find((seq) => seq > heard) ?? all.at(-1) ?? -1;
}

/** The fact since which `server` can be heard, or work with its partner, again; -1 when none is known. */
export function wakerOf(told: Told, server: number, until: number): number {
  const link = told.world.server.interconnect[server]!;
  return Math.max(
    lastOf(
      told,
      ['server.resumed', 'server.relieved', 'server.up', 'server.waits-for-giveback'],
      until,
      of(server),
    ),
    lastOf(told, ['interconnect.mended'], until, of(link)),
  );
}

/** What broke the log mirror between a server and its partner; -1 when nothing is known to have. */
export function mirrorBreaker(told: Told, server: number, until: number): number {
  const w: World = told.world;
  const link = w.server.interconnect[server]!;
  const broken = lastOf(told, ['interconnect.mirror-broken', 'interconnect.cut'], until, of(link));
  const mended = lastOf(told, ['interconnect.mended'], until, of(link));
  if (broken > mended) return broken;
  const partner = w.server.partner[server]!;
  const silencer = silencerOf(told, partner, until);
  // A partner that is ending its work in order mirrors no more before it is silent.
  return silencer >= 0
    ? silencer
    : lastOf(told, ['takeover.ordered', 'partner.impaired'], until, ({ b }) => b === partner);
}

/** Whether the fact that led to this one is routine: a beat of the pulse, and no reason by itself. */
export const followsRoutine = ({ trace }: Told, { because }: Fact): boolean =>
  because < 0 || /^(heartbeat|io|mailbox)\./.test(kindNames[trace.kind(because)]!);
