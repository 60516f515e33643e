import { clock } from '../model/time.ts';
import type { Incident, IncidentOutage } from './incident.ts';
import { inSeconds } from './millis.ts';

/** `LUN 0: 18.930 s without an answer, from 4.990 s to 23.920 s, until Server B answered at B 1/S1` */
export function outageText({ lun, from, to, length, answeredBy }: IncidentOutage): string {
  const begun = `${lun}: ${inSeconds(length)} without an answer, from ${clock(from)} s`;
  return to === null || answeredBy === null
    ? `${begun} on; it lasts`
    : `${begun} to ${clock(to)} s, when ${answeredBy.replace(' at ', ' answered at ')}`;
}

/** More lines of one kind than this are counted instead of listed: a report has one page. */
const few = 8;

/** How many there are of each. */
function counted(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, count]) => `${count} ${text}`);
}

/** How many paths were given up, and each of them. */
export function pathsText({ paths, pathsLost }: Incident): readonly string[] {
  if (pathsLost.length === 0) return [`No path was given up (${paths} in all)`];
  const head = `${pathsLost.length} of ${paths} paths were given up`;
  if (pathsLost.length > few) return [head, ...counted(pathsLost.map(({ text }) => text))];
  return [head, ...pathsLost.map(({ path, text }) => `${path}: ${text}`)];
}

const writes = (count: number): string => (count === 1 ? '1 write' : `${count} writes`);

/** What could still be lost, and what is. */
export function writesText({ writes: at }: Incident): readonly string[] {
  const { unanswered, oneLog, nowhere, givenUp } = at;
  return [
    unanswered === 0
      ? 'No write waits for an acknowledgement'
      : `Not acknowledged yet: ${writes(unanswered)}, which hosts keep and send again`,
    ...(oneLog + nowhere === 0 ? ['Every acknowledged write is on disk or in two logs'] : []),
    ...(oneLog > 0 ? [`Acknowledged, not on disk, in one log only: ${writes(oneLog)}`] : []),
    ...(nowhere > 0 ? [`Acknowledged, neither on disk nor in a log: ${writes(nowhere)}`] : []),
    ...(givenUp > 0 ? [`Acknowledged, given up by a forced takeover: ${writes(givenUp)}`] : []),
  ];
}

/** How many invariants hold, and when each of the others broke first. */
export function invariantsText({ invariants }: Incident): readonly string[] {
  const broken = invariants.filter(({ first }) => first !== null);
  return [
    `${invariants.length - broken.length} of ${invariants.length} hold`,
    ...broken.map(
      ({ id, sentence, first }) =>
        `${id} broke at ${clock(first!.at)} s (${first!.witnesses.join(', ')}): ${sentence}`,
    ),
  ];
}

/** Where each name is; of many only those that are away. */
export function namesText({ names }: Incident): readonly string[] {
  if (names.length <= few) return names.map(nameText);
  const away = names.filter(({ isHome }) => !isHome);
  return [
    ...away.map(nameText),
    `${names.length - away.length} of ${names.length} names are at home`,
  ];
}

/** `A1 (50:0a:…) is away: at B 1/S1, address 01.02.01` */
function nameText({ name, portName, place, address, isHome }: Incident['names'][number]): string {
  const called = `${name} (${portName})`;
  if (place === null) return `${called} is logged in nowhere`;
  const where = address === null ? '' : `, address ${address}`;
  return isHome ? `${called} is at home${where}` : `${called} is away: at ${place}${where}`;
}

/** Who owns the disks of each server; of many servers only those whose disks are away. */
export function disksText({ disks }: Incident): readonly string[] {
  const away = disks.filter(({ home, owner }) => home !== owner);
  if (disks.length <= few) return disks.map(ownText);
  return [...away.map(ownText), `The disks of ${disks.length - away.length} servers are their own`];
}

/** `Server B owns 2 disks of Server A` */
function ownText({ home, owner, count }: Incident['disks'][number]): string {
  const many = count === 1 ? '1 disk' : `${count} disks`;
  return home === owner ? `${owner} owns ${many} of its own` : `${owner} owns ${many} of ${home}`;
}
