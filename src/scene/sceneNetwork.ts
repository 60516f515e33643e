import type { Micros } from '../model/time.ts';
import { frames } from '../model/wordLists.ts';
import type { World } from '../model/world.ts';
import { homesIn, lifeIs, nameMark, rowsOf, rowsWhere, share } from './look.ts';
import type { FabricMark, FrameMark, InterconnectMark } from './marks.ts';
import type { Places } from './places.ts';
import { along } from './routes.ts';
import { called } from './words.ts';

export function fabricsAt(w: World, places: Places): FabricMark[] {
  return rowsOf(w.fabric.rows).map((fabric) => {
    const names = homesIn(w, fabric).map((slot) =>
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
