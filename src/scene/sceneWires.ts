import type { World } from '../model/world.ts';
import {
  diskIs,
  identityOf,
  pathIs,
  rowsOf,
  rowsWhere,
  serverLook,
  serverOfName,
  slotIs,
} from './look.ts';
import type { BusMark, CableMark, Core, LineMark } from './marks.ts';
import type { Point } from './geometry.ts';
import type { Places } from './places.ts';
import { pathData, shifted } from './routes.ts';
import { called } from './words.ts';

/** Cores in one jacket lie this far apart, px. */
const coreStep = 2.7;

/** Cores of these identities side by side in one jacket. */
export function coresFor(points: readonly Point[], identities: readonly number[]): Core[] {
  return identities.map((identity, i) => ({
    id: `${i}-${identity}`,
    identity,
    d: pathData(shifted(points, (i - (identities.length - 1) / 2) * coreStep)),
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
      spoken: `${cut ? 'Cut' : 'Whole'}: ${called.cable(w, cable)}`,
      ends: [route.points[0]!, route.points.at(-1)!],
    };
  });
}

/** Inside servers: from every port down to the bottom edge, one way for each shelf it reaches. */
export function busesAt(w: World, places: Places): BusMark[] {
  return rowsOf(w.server.rows).map((server) => {
    const box = places.server[server]!;
    const ways = [server, w.server.partner[server]!].flatMap((home) => {
      const route = places.shelfRoute[server]![home];
      if (!route) return [];
      const down = route.points[0]!.x;
      return rowsWhere(w.port.rows, (port) => w.port.server[port] === server).map((port) => {
        const own = places.port[port]!;
        const x = own.x + own.w / 2;
        const points = [
          { x, y: own.y + own.h },
          { x, y: places.bus },
          { x: down, y: places.bus },
          { x: down, y: box.y + box.h },
        ];
        return { home, port, points };
      });
    });
    return {
      row: server,
      d: ways.map(({ points }) => pathData(points, 8)).join(''),
      cores: ways.flatMap(({ home, port, points }) => {
        // Two names on one port lie side by side on their way down, as on its cable.
        const names = namesOn(w, port);
        const place = names.indexOf(home);
        if (place < 0) return [];
        const by = (place - (names.length - 1) / 2) * coreStep;
        const identity = identityOf(home);
        const d = pathData(shifted(points, by), 8);
        return [{ id: `${home}-${port}`, identity, d, dashed: false }];
      }),
      dark: serverLook(w, server) === 'down',
    };
  });
}

/** From each server down to its own shelf and across to its partner’s. */
export function linesAt(w: World, places: Places): LineMark[] {
  const lines: LineMark[] = [];
  for (const server of rowsOf(w.server.rows)) {
    for (const home of [server, w.server.partner[server]!]) {
      const route = places.shelfRoute[server]![home];
      if (!route) continue;
      const end = route.points.at(-1)!;
      const cut = isCut(w, server, home);
      const serves = rowsOf(w.port.rows).some(
        (port) => w.port.server[port] === server && namesOn(w, port).includes(home),
      );
      const used = serves && !cut && ownsAll(w, server, home);
      lines.push({
        id: `shelf-${server}-${home}`,
        d: pathData(route.points),
        cores: used ? coresFor(route.points, [identityOf(home)]) : [],
        cut: cut ? { x: end.x, y: end.y - 10 } : null,
      });
    }
  }
  // A lit core lies on top of the jackets of those that are not in use.
  return lines.sort((a, b) => a.cores.length - b.cores.length);
}

function ownsAll(w: World, server: number, home: number): boolean {
  for (let disk = 1; disk < w.disk.rows; disk++) {
    const counts = w.disk.home[disk] === home && diskIs.working(w.disk.health[disk]!);
    if (counts && w.disk.owner[disk] !== server) return false;
  }
  return true;
}

/** A server has no path to the shelf of `home`, which is drawn in the row of its home server. */
function isCut(w: World, server: number, home: number): boolean {
  for (let shelf = 1; shelf < w.shelf.rows; shelf++) {
    const cut = server === home ? w.shelf.homeCut[shelf] : w.shelf.partnerCut[shelf];
    if (w.shelf.home[shelf] === home && cut) return true;
  }
  return false;
}
