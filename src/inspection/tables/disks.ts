import type { Thing } from '../../model/plan.ts';
import type { World } from '../../model/world.ts';
import { configurationOf } from '../../charts/index.ts';
import { stateWords } from '../../scene/stateWords.ts';
import { called } from '../../scene/words.ts';
import { moment, serverText } from '../cells.ts';
import { ofTables, rowOf } from '../page.ts';
import type { InspectionTable } from '../page.ts';

/** The disks that a thing has to do with: its own, those of its LUN, its shelf, its server. */
function disksOf(w: World, { table, row }: Thing): readonly number[] {
  const found = [];
  for (let disk = 1; disk < w.disk.rows; disk++) {
    const is =
      table === 'disk'
        ? disk === row
        : table === 'lun'
          ? w.disk.lun[disk] === row
          : table === 'shelf'
            ? w.disk.shelf[disk] === row
            : w.disk.home[disk] === row || w.disk.owner[disk] === row;
    if (is) found.push(disk);
  }
  return found;
}

const hasDisks = ofTables('server', 'shelf', 'lun', 'disk');

/** Who owns disks: by their label, and as each of the two servers believes. */
export const ownership: InspectionTable = {
  id: 'ownership',
  title: 'Disk ownership',
  isFor: hasDisks,
  columns: ['Disk', 'Home', 'Owner', 'Reserved', 'Home believes', 'Partner believes'],
  rows: (w, thing) =>
    disksOf(w, thing).map((disk) => {
      const { home, owner, reservation, homeView, partnerView } = w.disk;
      return rowOf(
        'disk',
        disk,
        called.disk(w, disk),
        serverText(w, home[disk]!),
        serverText(w, owner[disk]!),
        serverText(w, reservation[disk]!, 'no'),
        serverText(w, homeView[disk]!),
        serverText(w, partnerView[disk]!),
      );
    }),
  none: 'No disk is at home here or owned from here.',
  openFor: ['shelf', 'lun'],
};

const settled = configurationOf('disk', 'settled');

/** Disks on which a SCSI reservation lies, or that are changing hands. */
export const reservations: InspectionTable = {
  id: 'reservations',
  title: 'Reservations',
  isFor: hasDisks,
  columns: ['Disk', 'Held by', 'Taken by', 'State', 'Since'],
  rows: (w, thing) =>
    disksOf(w, thing)
      .filter((disk) => w.disk.reservation[disk] !== 0 || w.disk.state[disk] !== settled)
      .map((disk) =>
        rowOf(
          'disk',
          disk,
          called.disk(w, disk),
          serverText(w, w.disk.reservation[disk]!),
          serverText(w, w.disk.taker[disk]!),
          stateWords('disk', w.disk.state[disk]!),
          moment(w.disk.since[disk]!),
        ),
      ),
  none: 'No disk is reserved.',
};
