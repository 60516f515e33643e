import { isExported } from '../model/exports.ts';
import type { World } from '../model/world.ts';
import { nameMark, pathIs, portLook, rowsOf, rowsWhere } from './look.ts';
import type { HostMark, HostPortMark, NameMark, PortLook, StillHostPort } from './marks.ts';
import type { Places } from './places.ts';
import { waitingAt, waitingFrom, waitingPitch } from './sceneRequests.ts';
import { called } from './words.ts';

export function hostsAt(w: World, places: Places): HostMark[] {
  return rowsOf(w.host.rows).map((host) => {
    const names = new Map<number, NameMark>();
    for (const path of rowsWhere(w.path.rows, (each) => w.path.host[each] === host)) {
      const home = w.path.home[path]!;
      const state = w.path.state[path]!;
      const is = pathIs.open(state) ? 'solid' : pathIs.blocked(state) ? 'hollow' : 'crossed';
      const before = names.get(home);
      // With several paths to one name the best of them counts.
      if (!before || (before.is !== 'solid' && is === 'solid'))
        names.set(home, nameMark(w, home, is, `name-${host}-${home}`));
    }
    const luns = rowsWhere(w.lun.rows, (lun) => w.lun.host[lun] === host);
    const waits = luns.filter((lun) => noPath(w, host, lun));
    const list = (rows: readonly number[]): string =>
      rows.map((lun) => w.lun.number[lun]).join(', ');
    const note = !w.host.running[host]
      ? 'workload stopped'
      : waits.length > 0
        ? `LUN ${list(waits)} waits`
        : `uses LUN ${list(luns)}`;
    const label = w.plan.labels.host?.[host] ?? '';
    return {
      row: host,
      box: places.host[host]!,
      label,
      note,
      names: [...names.values()],
      spoken: `${label}, ${note}`,
    };
  });
}

/** No path from this host to any name under which this LUN is exported is open. */
const noPath = (w: World, host: number, lun: number): boolean =>
  !rowsWhere(
    w.path.rows,
    (path) => w.path.host[path] === host && isExported(w, lun, w.path.home[path]!),
  ).some((path) => pathIs.open(w.path.state[path]!));

const said: Readonly<Record<PortLook, string>> = { lit: 'lit', dark: 'no light', broken: 'dead' };

export function stillHostPortsAt(w: World, places: Places): StillHostPort[] {
  return rowsOf(w.hostPort.rows).map((row) => {
    const look = portLook(w.hostPort.broken[row]!, w.hostPort.light[row]!);
    return {
      row,
      box: places.hostPort[row]!,
      label: w.plan.labels.hostPort?.[row] ?? '',
      look,
      spoken: `${called.hostPort(w, row)}, ${said[look]}`,
    };
  });
}

/** Host ports with the requests that wait beside them. */
export const hostPortsAt = (
  w: World,
  places: Places,
  still: readonly StillHostPort[],
): HostPortMark[] =>
  still.map((port) => {
    const waiting = waitingAt(w, port.row, places);
    const room = waitingRoom(places, port.row);
    const shown = waiting.length > room ? Math.max(1, room - 1) : room;
    return {
      ...port,
      waiting: waiting.slice(0, shown),
      more: Math.max(0, waiting.length - shown),
    };
  });

/** How many requests fit beside a host port before the next one, or the end of the row. */
function waitingRoom(places: Places, hostPort: number): number {
  const own = places.hostPort[hostPort]!;
  const next = places.hostPort.map(({ x }) => x).filter((x) => x > own.x);
  const free = Math.min(places.width, ...next) - waitingFrom(places, hostPort) + 8;
  return Math.max(1, Math.min(5, Math.floor((free - 6) / waitingPitch)));
}
