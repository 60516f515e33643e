import { kindAt, operandAt } from '../model/fact.ts';
import { kindNames } from '../model/kinds.ts';
import { leg } from '../model/wordLists.ts';
import type { Thing } from '../model/plan.ts';
import type { TableName } from '../model/schema.ts';
import type { World } from '../model/world.ts';
import type { Told } from './told.ts';
import { countBefore } from './whyIndex.ts';

/**
 * Which fact put a row into the state in which it is once `until` facts have happened.
 * @param w the world at that moment; unlike `told.world` its cells may be read
 * @returns a sequence number, -1 when it is as it was at the start
 */
type Answer = (told: Told, w: World, row: number, until: number) => number;

const lastAbout =
  (table: TableName): Answer =>
  ({ index }, _w, row, until) => {
    const list = index.about(table, row);
    return list[countBefore(list, until) - 1] ?? -1;
  };

/** Requests are most of all facts and are not indexed: a request knows since when it is where it is. */
const ofRequest: Answer = ({ trace }, w, row, until) => {
  if (!w.request.leg[row]) return -1;
  const at = w.request.legAt[row]!;
  let found = -1;
  trace.forEach(trace.seqAt(at - 1), Math.min(until, trace.seqAt(at)), (words, i, seq) => {
    if (operandAt(words, i, 0) === row && kindNames[kindAt(words, i)]!.startsWith('io.'))
      found = seq;
  });
  return found;
};

/** Legs on which a request waits for something to happen. */
const stuck: ReadonlySet<number> = new Set([leg.waiting, leg.held, leg.lost, leg.forwarded]);

/** The request of a LUN that has been waiting longest; 0 when none waits. */
export function waitingRequest(w: World, lun: number): number {
  let found = 0;
  for (let row = 1; row < w.request.rows; row++) {
    if (w.request.lun[row] !== lun || !stuck.has(w.request.leg[row]!)) continue;
    if (!found || w.request.submittedAt[row]! < w.request.submittedAt[found]!) found = row;
  }
  return found;
}

const ofLun: Answer = (told, w, row, until) => {
  const request = waitingRequest(w, row);
  return request ? ofRequest(told, w, request, until) : lastAbout('lun')(told, w, row, until);
};

/** Of a shelf nothing may have been told but of the disks in it. */
const ofShelf: Answer = (told, w, row, until) => {
  let found = lastAbout('shelf')(told, w, row, until);
  for (let disk = 1; disk < w.disk.rows; disk++)
    if (w.disk.shelf[disk] === row)
      found = Math.max(found, lastAbout('disk')(told, w, disk, until));
  return found;
};

/** Every table of things that can be asked about. */
export const answers: Readonly<Partial<Record<TableName, Answer>>> = {
  server: lastAbout('server'),
  interconnect: lastAbout('interconnect'),
  port: lastAbout('port'),
  vport: lastAbout('vport'),
  cable: lastAbout('cable'),
  switchPort: lastAbout('switchPort'),
  fabric: lastAbout('fabric'),
  login: lastAbout('login'),
  nameEntry: lastAbout('nameEntry'),
  host: lastAbout('host'),
  hostPort: lastAbout('hostPort'),
  path: lastAbout('path'),
  lun: ofLun,
  request: ofRequest,
  disk: lastAbout('disk'),
  shelf: ofShelf,
  property: lastAbout('property'),
};

/** The fact that put a thing into the state in which it is; -1 when it is as it was at the start. */
export const answerFor = (told: Told, w: World, { table, row }: Thing, until: number): number =>
  answers[table]?.(told, w, row, until) ?? -1;
