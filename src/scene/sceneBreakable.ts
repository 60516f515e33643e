import type { TableName } from '../model/schema.ts';
import type { World } from '../model/world.ts';
import type { Point } from './geometry.ts';
import { rowsOf } from './look.ts';
import type { BreakableMark, Still } from './marks.ts';
import type { Density } from './metrics.ts';
import type { Places } from './places.ts';
import { shelfSpoken } from './sceneDisks.ts';
import { interconnectSpoken } from './sceneNetwork.ts';

/** Radius of the ring of each kind of mark, px. */
const sizes: Readonly<Record<Density, { port: number; server: number }>> = {
  full: { port: 7, server: 8 },
  embed: { port: 6, server: 7 },
  badge: { port: 6, server: 7 },
};
/** A port wider than this has room for a mark beside its label, `Port 1` or `P1`, px. */
const roomyFrom = 72;
const roomyBadgeFrom = 48;
/** A server’s mark above its bottom edge, px. */
const raised: Readonly<Record<Density, number>> = { full: 26, embed: 13, badge: 31 };

/** Every break mark, cables first and servers last, so that the larger lies on the smaller. */
export function breakableAt(
  w: World,
  places: Places,
  still: Pick<Still, 'cables' | 'ports' | 'servers' | 'fabrics' | 'hostPorts'>,
): BreakableMark[] {
  const size = sizes[places.density];
  const mark = (
    table: TableName,
    of: { readonly row: number; readonly spoken: string },
    at: Point,
    radius: number,
  ): BreakableMark => ({ table, row: of.row, at, size: radius, spoken: of.spoken });
  return [
    // A fabric’s mark sits on its corner, out of the way of its names and of its cables.
    ...still.fabrics.map((fabric) =>
      mark('fabric', fabric, { x: fabric.box.x + fabric.box.w - 3, y: fabric.box.y + 2 }, 5.5),
    ),
    ...still.cables.map((cable) => mark('cable', cable, places.cable[cable.row]!.mark, 5.5)),
    ...still.hostPorts
      .filter(() => places.hostPortMark > 0)
      .map((port) =>
        mark(
          'hostPort',
          port,
          { x: port.box.x + port.box.w + places.hostPortMark, y: port.box.y + 9 },
          5,
        ),
      ),
    ...still.ports.map((port) => {
      const { x, y, w: width } = port.box;
      // Where there is no room beside its label, a port’s mark sits on its corner too.
      const beside = width > (places.density === 'badge' ? roomyBadgeFrom : roomyFrom);
      const at = beside
        ? { x: x + width - 16, y: y + places.m.head / 2 }
        : { x: x + width - 3, y: y + 3 };
      return mark('port', port, at, size.port);
    }),
    ...rowsOf(w.interconnect.rows).map((row) => {
      const { x, y, w: width, h } = places.interconnect[row]!;
      const at = { x: x + width / 2, y: y + h / 2 };
      return mark('interconnect', { row, spoken: interconnectSpoken(w, row) }, at, 6);
    }),
    // Not from the marks of shelves, which change with their disks.
    ...rowsOf(w.server.rows).map((home) => {
      const { x, y, w: width } = places.shelf[home]!;
      const spoken = shelfSpoken(w, home);
      return mark('shelf', { row: home, spoken }, { x: x + width - 14, y }, 5.5);
    }),
    ...still.servers.map((server) => {
      const { x, y, w, h } = server.box;
      return mark(
        'server',
        server,
        { x: x + w - 20, y: y + h - raised[places.density] },
        size.server,
      );
    }),
  ];
}
