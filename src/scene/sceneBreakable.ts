import type { TableName } from '../model/schema.ts';
import type { Point } from './geometry.ts';
import type { BreakableMark, Scene } from './marks.ts';
import type { Density } from './metrics.ts';
import type { Places } from './places.ts';

/** Radius of the ring of each kind of mark, px. */
const sizes: Readonly<Record<Density, { port: number; server: number }>> = {
  full: { port: 7, server: 8 },
  embed: { port: 6, server: 7 },
  badge: { port: 6, server: 7 },
};
/** A server’s mark above its bottom edge, px. */
const raised: Readonly<Record<Density, number>> = { full: 26, embed: 15, badge: 34 };

/** Every break mark, cables first and servers last, so that the larger lies on the smaller. */
export function breakableAt(
  places: Places,
  scene: Pick<Scene, 'cables' | 'ports' | 'interconnects' | 'servers'>,
): BreakableMark[] {
  const size = sizes[places.density];
  const mark = (
    table: TableName,
    of: { readonly row: number; readonly spoken: string },
    at: Point,
    radius: number,
  ): BreakableMark => ({ table, row: of.row, at, size: radius, spoken: of.spoken });
  return [
    ...scene.cables.map((cable) => mark('cable', cable, places.cable[cable.row]!.mark, 5.5)),
    ...scene.ports.map((port) => {
      const at = { x: port.box.x + port.box.w - 16, y: port.box.y + places.m.head / 2 };
      return mark('port', port, at, size.port);
    }),
    ...scene.interconnects.map((link) => {
      const at = { x: link.box.x + link.box.w / 2, y: link.box.y + link.box.h / 2 };
      return mark('interconnect', link, at, 6);
    }),
    ...scene.servers.map((server) => {
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
