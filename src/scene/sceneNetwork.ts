import type { Micros } from '../model/time.ts';
import { frames } from '../model/wordLists.ts';
import type { World } from '../model/world.ts';
import { lifeIs, nameMark, pathIs, rowsOf, rowsWhere, serverOfName, share } from './look.ts';
import type {
  FabricMark,
  FrameMark,
  HostMark,
  HostPortMark,
  InterconnectMark,
  NameMark,
} from './marks.ts';
import type { Places } from './places.ts';
import { waitingAt, waitingPitch } from './sceneRequests.ts';
import { along } from './routes.ts';
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
    const waits = luns.filter((lun) => noPath(w, host, w.lun.home[lun]!));
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

/** No path from this host to any name of this server is open. */
const noPath = (w: World, host: number, server: number): boolean =>
  !rowsWhere(
    w.path.rows,
    (path) => w.path.host[path] === host && serverOfName(w, w.path.home[path]!) === server,
  ).some((path) => pathIs.open(w.path.state[path]!));

export function hostPortsAt(w: World, places: Places): HostPortMark[] {
  return rowsOf(w.hostPort.rows).map((hostPort) => {
    const waiting = waitingAt(w, hostPort, places);
    const room = waitingRoom(places, hostPort);
    const shown = waiting.length > room ? Math.max(1, room - 1) : room;
    return {
      row: hostPort,
      at: places.hostPort[hostPort]!,
      label: w.plan.labels.hostPort?.[hostPort] ?? '',
      dark: !w.hostPort.light[hostPort],
      waiting: waiting.slice(0, shown),
      more: Math.max(0, waiting.length - shown),
    };
  });
}

/** How many requests fit beside a host port before the next one, or the end of the row. */
function waitingRoom(places: Places, hostPort: number): number {
  const at = places.hostPort[hostPort]!;
  const next = places.hostPort
    .slice(1)
    .map(({ x }) => x)
    .filter((x) => x > at.x);
  const free = Math.min(places.width, ...next) - at.x - places.m.hostPort.w;
  return Math.max(1, Math.min(5, Math.floor((free - 6) / waitingPitch)));
}

export function fabricsAt(w: World, places: Places): FabricMark[] {
  return rowsOf(w.fabric.rows).map((fabric) => {
    const names = rowsWhere(
      w.vport.rows,
      (slot) => w.vport.slot[slot] === 1 && w.port.fabric[w.vport.port[slot]!] === fabric,
    ).map((slot) =>
      nameMark(
        w,
        slot,
        isLoggedIn(w, fabric, w.vport.portName[slot]!) ? 'solid' : 'hollow',
        `login-${slot}`,
      ),
    );
    const label = w.plan.labels.fabric?.[fabric] ?? '';
    const inside = names.filter((name) => name.is === 'solid').map((name) => name.text);
    return {
      row: fabric,
      box: places.fabric[fabric]!,
      label,
      names,
      spoken: `${label}, logged in: ${inside.join(', ') || 'nobody'}`,
    };
  });
}

function isLoggedIn(w: World, fabric: number, portName: number): boolean {
  for (let login = 1; login < w.login.rows; login++) {
    if (w.login.fabric[login] === fabric && w.login.portName[login] === portName) return true;
  }
  return false;
}

function ticksOf(w: World, server: number): ('heard' | 'missed' | 'none')[] {
  const life = w.server.life[server]!;
  const deaf = lifeIs.down(life) || lifeIs.hung(life);
  return [6, 5, 4, 3, 2, 1, 0].map((bit) =>
    deaf ? 'none' : (w.server.heardLast[server]! >> bit) & 1 ? 'heard' : 'missed',
  );
}

export const interconnectSpoken = (w: World, link: number): string =>
  `${w.interconnect.cut[link] ? 'Cut' : 'Whole'}: interconnect of ${called.server(w, w.interconnect.a[link]!)} and ${called.server(w, w.interconnect.b[link]!)}`;

export function interconnectsAt(w: World, at: Micros, places: Places): InterconnectMark[] {
  return rowsOf(w.interconnect.rows).map((link) => {
    const box = places.interconnect[link]!;
    const [a, b] = [w.interconnect.a[link]!, w.interconnect.b[link]!];
    const cut = w.interconnect.cut[link] === 1;
    const beats = rowsWhere(w.message.rows, (row) => {
      const frame = frames[w.message.frame[row]!];
      const from = w.message.from[row];
      return (frame === 'heartbeat' || frame === 'panic packet') && (from === a || from === b);
    }).map((row) => {
      const forward = w.message.from[row] === a;
      const u = share(at, w.message.sentAt[row]!, w.message.dueAt[row]!);
      return {
        id: `beat-${row}`,
        at: {
          x: box.x + box.w * (forward ? u : 1 - u),
          y: box.y + box.h * (forward ? 0.28 : 0.72),
        },
      };
    });
    const interval = w.plan.settings.heartbeatInterval / 1_000_000;
    return {
      row: link,
      box,
      cut,
      hears: [b, a].map((server) => ({
        label: `${called.server(w, server)} hears`,
        whom: called.server(w, w.server.partner[server]!),
        ticks: ticksOf(w, server),
      })),
      beats,
      note: cut ? 'cut' : `beats every ${interval} s`,
      spoken: interconnectSpoken(w, link),
    };
  });
}

/** Login and notification frames on their way, on the cable they take. */
export function framesAt(w: World, at: Micros, places: Places): FrameMark[] {
  const marks: FrameMark[] = [];
  for (let row = 1; row < w.message.rows; row++) {
    const frame = frames[w.message.frame[row]!]!;
    const from = w.message.from[row]!;
    const u = share(at, w.message.sentAt[row]!, w.message.dueAt[row]!);
    if (frame === 'FLOGI' || frame === 'FDISC' || frame === 'LOGO') {
      const route = places.cable[w.port.cable[w.vport.port[from]!]!]!;
      marks.push({ id: `frame-${row}`, at: along(route.points, 1 - u), label: frame });
    } else if (frame === 'RSCN') {
      const route = places.cable[w.hostPort.cable[w.message.to[row]!]!]!;
      marks.push({ id: `frame-${row}`, at: along(route.points, 1 - u), label: frame });
    } else if (frame === 'GID_PN' || frame === 'PLOGI' || frame === 'PRLI') {
      const route = places.cable[w.hostPort.cable[w.path.hostPort[from]!]!]!;
      // Out and back again: one exchange.
      marks.push({
        id: `frame-${row}`,
        at: along(route.points, u < 0.5 ? u * 2 : 2 - u * 2),
        label: frame,
      });
    }
  }
  return marks;
}
