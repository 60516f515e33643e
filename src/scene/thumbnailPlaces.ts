import type { World } from '../model/world.ts';
import type { Box } from './geometry.ts';
import { thumbnailSize } from './thumbnailMarks.ts';

/** Things by their rows; row 0 is nobody. */
export interface Columns {
  readonly host: readonly Box[];
  readonly fabric: readonly Box[];
  readonly server: readonly Box[];
  readonly shelf: readonly Box[];
}

const margin = 3;
const nowhere: Box = { x: 0, y: 0, w: 0, h: 0 };
/** Cards beside each other: so many that each is high enough for its shelf. */
const cardsBeside = (servers: number): number => (servers > 32 ? 12 : 8);

/** So many boxes side by side over the whole width. */
function beside(count: number, gap: number, y: number, h: number): Box[] {
  const w = (thumbnailSize.w - 2 * margin - (count - 1) * gap) / count;
  return [
    nowhere,
    ...Array.from({ length: count }, (_, i) => ({ x: margin + i * (w + gap), y, w, h })),
  ];
}

/** Hosts over fabrics over servers over shelves, where two pairs or fewer leave room for that. */
export function columnsOf(w: World): Columns | null {
  const servers = w.server.rows - 1;
  if (servers > 4) return null;
  const gap = servers > 2 ? 4 : 10;
  return {
    host: beside(w.host.rows - 1, 12, 2, 8),
    fabric: beside(w.fabric.rows - 1, 8, 18, 5),
    server: beside(servers, gap, 33, 31),
    shelf: beside(servers, gap, 71, 10),
  };
}

/** The servers of a fleet in rows, each over its shelf. */
export function cardsOf(w: World): { readonly body: Box; readonly shelf: Box }[] {
  const servers = w.server.rows - 1;
  const rows = Math.ceil(servers / cardsBeside(servers));
  const pitch = (thumbnailSize.h - margin) / rows;
  const h = Math.min(pitch - 3, 28);
  const columns = beside(Math.min(servers, cardsBeside(servers)), 2, 0, 0).slice(1);
  const at = (i: number, y: number, height: number): Box => ({
    x: columns[i % columns.length]!.x,
    w: columns[i % columns.length]!.w,
    y: margin + Math.floor(i / columns.length) * pitch + y,
    h: height,
  });
  return [
    { body: nowhere, shelf: nowhere },
    ...Array.from({ length: servers }, (_, i) => ({
      body: at(i, 0, h * 0.7),
      shelf: at(i, h * 0.7 + 1, h * 0.3 - 1),
    })),
  ];
}
