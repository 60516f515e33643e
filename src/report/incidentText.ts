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

/** How many paths were given up, and each of them. */
export function pathsText({ paths, pathsLost }: Incident): readonly string[] {
  if (pathsLost.length === 0) return [`No path was given up (${paths} in all)`];
  return [
    `${pathsLost.length} of ${paths} paths were given up`,
    ...pathsLost.map(({ path, text }) => `${path}: ${text}`),
  ];
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

/** `A1 (50:0a:…) is away: at B 1/S1, address 01.02.01` */
export function nameText({ name, portName, place, address, isHome }: Incident['names'][number]) {
  const called = `${name} (${portName})`;
  if (place === null) return `${called} is logged in nowhere`;
  const where = address === null ? '' : `, address ${address}`;
  return isHome ? `${called} is at home${where}` : `${called} is away: at ${place}${where}`;
}

/** `Server B owns 2 disks of Server A` */
export function disksText({ home, owner, count }: Incident['disks'][number]): string {
  const disks = count === 1 ? '1 disk' : `${count} disks`;
  return home === owner ? `${owner} owns ${disks} of its own` : `${owner} owns ${disks} of ${home}`;
}
