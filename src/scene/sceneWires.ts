import type { World } from '../model/world.ts';
import { identityOf, pathIs, rowsOf, rowsWhere, serverLook, serverOfName, slotIs } from './look.ts';
import type { CableMark, Core, LineMark } from './marks.ts';
import type { Point } from './geometry.ts';
import type { Places } from './places.ts';
import { pathData, shifted } from './routes.ts';
import { called } from './words.ts';

/** Cores of these identities side by side in one jacket. */
export function coresFor(points: readonly Point[], identities: readonly number[]): Core[] {
  const step = 2.7;
  return identities.map((identity, i) => ({
    identity,
    d: pathData(shifted(points, (i - (identities.length - 1) / 2) * step)),
    dashed: identities.length > 1 && identity % 2 === 1,
  }));
}

/** Identities whose names are logged in on a port, by server. */
export function namesOn(w: World, port: number): number[] {
  const servers = new Set<number>();
  for (let slot = 1; slot < w.vport.rows; slot++) {
    if (
      w.vport.port[slot] === port &&
      w.vport.slot[slot]! > 0 &&
      slotIs.active(w.vport.state[slot]!)
    )
      servers.add(serverOfName(w, slot));
  }
  return [...servers].sort((a, b) => a - b);
}

function identitiesOn(w: World, cable: number): number[] {
  const port = w.cable.port[cable]!;
  if (port !== 0) return w.port.light[port] ? namesOn(w, port).map(identityOf) : [];
  const hostPort = w.cable.hostPort[cable]!;
  if (!w.hostPort.light[hostPort]) return [];
  const servers = new Set<number>();
  for (let path = 1; path < w.path.rows; path++) {
    if (w.path.hostPort[path] === hostPort && pathIs.open(w.path.state[path]!))
      servers.add(serverOfName(w, w.path.home[path]!));
  }
  return [...servers].sort((a, b) => a - b).map(identityOf);
}

export function cablesAt(w: World, places: Places): CableMark[] {
  return rowsOf(w.cable.rows).map((cable) => {
    const route = places.cable[cable]!;
    const cut = w.cable.cut[cable] === 1;
    return {
      row: cable,
      d: pathData(route.points),
      cores: cut ? [] : coresFor(route.points, identitiesOn(w, cable)),
      cut: cut ? route.mark : null,
      mark: route.mark,
      spoken: `${cut ? 'Cut' : 'Whole'}: ${called.cable(w, cable)}`,
      ends: [route.points[0]!, route.points.at(-1)!],
    };
  });
}

/** Inside servers from ports to the bottom edge, and from there to the shelves. */
export function linesAt(w: World, places: Places): LineMark[] {
  const lines: LineMark[] = [];
  for (const server of rowsOf(w.server.rows)) {
    const box = places.server[server]!;
    const dark = serverLook(w, server) === 'down';
    for (const home of [server, w.server.partner[server]!]) {
      const route = places.shelfRoute[server]![home];
      if (!route) continue;
      const down = route.points[0]!.x;
      const serving = rowsWhere(
        w.port.rows,
        (port) => w.port.server[port] === server && namesOn(w, port).includes(home),
      );
      for (const port of rowsWhere(w.port.rows, (each) => w.port.server[each] === server)) {
        const own = places.port[port]!;
        const x = own.x + own.w / 2;
        const points = [
          { x, y: own.y + own.h },
          { x, y: places.bus },
          { x: down, y: places.bus },
          { x: down, y: box.y + box.h },
        ];
        lines.push({
          id: `bus-${server}-${home}-${port}`,
          d: pathData(points, 8),
          cores: serving.includes(port)
            ? coresFor(points, [identityOf(home)]).map((core) => ({ ...core, dashed: false }))
            : [],
          dark,
        });
      }
      const holds = ownsAll(w, server, home);
      lines.push({
        id: `shelf-${server}-${home}`,
        d: pathData(route.points),
        cores: serving.length > 0 && holds ? coresFor(route.points, [identityOf(home)]) : [],
        dark: false,
      });
    }
  }
  // A lit core lies on top of the jackets of those that are not in use.
  return lines.sort((a, b) => a.cores.length - b.cores.length);
}

function ownsAll(w: World, server: number, home: number): boolean {
  for (let disk = 1; disk < w.disk.rows; disk++) {
    if (w.disk.home[disk] === home && w.disk.owner[disk] !== server) return false;
  }
  return true;
}
