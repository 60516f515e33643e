import type { World } from '../../model/world.ts';
import { called } from '../../scene/words.ts';
import { dash, serverText } from '../cells.ts';
import { ofTables, rowOf } from '../page.ts';
import type { InspectionTable } from '../page.ts';
import { pairOf } from '../whose.ts';

/** In whose NVRAM a block is logged: that of its home server, of the partner, or both. */
function keptIn(w: World, block: number): string {
  const home = w.lun.home[w.block.lun[block]!]!;
  return [
    w.block.homeLog[block] ? serverText(w, home) : '',
    w.block.partnerLog[block] ? serverText(w, w.server.partner[home]!) : '',
  ]
    .filter((each) => each !== '')
    .join(', ');
}

/** Writes that are acknowledged from NVRAM and not yet on disk. */
export const nvram: InspectionTable = {
  id: 'nvram',
  title: 'NVRAM log',
  isFor: ofTables('server', 'lun', 'interconnect'),
  columns: ['Block', 'LUN', 'Owner', 'Version', 'On disk', 'Kept in', 'Mirrored'],
  rows: (w, thing) => {
    const pair = pairOf(w, thing);
    const { lun: lunOf, homeLog, partnerLog, onDisk } = w.block;
    const found = [];
    for (let block = 1; block < w.block.rows; block++) {
      const lun = lunOf[block]!;
      const isHere = thing.table === 'lun' ? lun === thing.row : pair.includes(w.lun.home[lun]!);
      const version = Math.max(homeLog[block]!, partnerLog[block]!);
      if (!isHere || version === 0) continue;
      // A version that only one of the two has is not mirrored, whatever the other holds.
      const mirrored = homeLog[block] === partnerLog[block];
      found.push(
        rowOf(
          'block',
          block,
          String(block),
          called.lun(w, lun),
          serverText(w, w.disk.owner[w.lun.firstDisk[lun]!]!),
          String(version),
          onDisk[block] ? String(onDisk[block]) : dash,
          keptIn(w, block),
          mirrored ? 'yes' : 'no',
        ),
      );
    }
    return found;
  },
  none: 'No write is logged: all are on disk.',
  isLively: true,
};
