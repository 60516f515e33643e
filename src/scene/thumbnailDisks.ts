import type { World } from '../model/world.ts';
import type { Box } from './geometry.ts';
import { diskIs, identityOf, rowsWhere } from './look.ts';
import type { ThumbnailKind } from './thumbnailMarks.ts';

/** Disks of a shelf that belong to the same server lie together as one bar. */
export function diskRuns(
  w: World,
  home: number,
  shelf: Box,
): { readonly kind: ThumbnailKind; readonly box: Box }[] {
  const disks = rowsWhere(w.disk.rows, (disk) => w.disk.home[disk] === home);
  const pad = shelf.h > 6 ? 2 : shelf.h > 3 ? 1 : 0;
  const pitch = (shelf.w - 2 * pad) / disks.length;
  const runs: { kind: ThumbnailKind; from: number; count: number }[] = [];
  for (const [i, disk] of disks.entries()) {
    const kind: ThumbnailKind = diskIs.failed(w.disk.health[disk]!)
      ? 'disk dead'
      : `disk id${identityOf(w.disk.owner[disk]!)}`;
    const last = runs.at(-1);
    if (last?.kind === kind) last.count++;
    else runs.push({ kind, from: i, count: 1 });
  }
  return runs.map(({ kind, from, count }) => ({
    kind,
    box: {
      x: shelf.x + pad + from * pitch,
      y: shelf.y + pad,
      w: count * pitch,
      h: shelf.h - 2 * pad,
    },
  }));
}
