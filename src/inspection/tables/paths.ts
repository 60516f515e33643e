import { isExported } from '../../model/exports.ts';
import type { Thing } from '../../model/plan.ts';
import type { World } from '../../model/world.ts';
import { stateWords } from '../../scene/stateWords.ts';
import { called } from '../../scene/words.ts';
import { addressText, dash, moment, pathText, serverText } from '../cells.ts';
import { ofTables, rowOf } from '../page.ts';
import type { InspectionTable } from '../page.ts';
import { countRequests } from '../requestCounts.ts';

function isPathOf(w: World, { table, row }: Thing, path: number): boolean {
  if (table === 'host') return w.path.host[path] === row;
  if (table === 'hostPort') return w.path.hostPort[path] === row;
  return w.lun.host[row] === w.path.host[path] && isExported(w, row, w.path.home[path]!);
}

/** The ways by which a host reaches names, and what is on them. */
export const paths: InspectionTable = {
  id: 'paths',
  title: 'Paths',
  isFor: ofTables('host', 'hostPort', 'lun'),
  columns: ['Path', 'Address', 'State', 'Requests'],
  rows: (w, thing) => {
    const requests = countRequests(w, w.request.path);
    const found = [];
    for (let path = 1; path < w.path.rows; path++) {
      if (!isPathOf(w, thing, path)) continue;
      found.push(
        rowOf(
          'path',
          path,
          pathText(w, path),
          w.path.address[path] ? addressText(w.path.address[path]!) : 'no address',
          stateWords('hostPath', w.path.state[path]!),
          requests(path),
        ),
      );
    }
    return found;
  },
  none: 'No path leads from here.',
  openFor: ['host', 'hostPort', 'lun'],
  isLively: true,
};

/** The LUNs that a host uses, that are at home on a server, or that lie on a shelf. */
export const luns: InspectionTable = {
  id: 'luns',
  title: 'LUNs',
  isFor: ofTables('host', 'server', 'shelf'),
  columns: ['LUN', 'Home', 'Served by', 'Requests', 'Last answer'],
  rows: (w, { table, row }) => {
    const requests = countRequests(w, w.request.lun);
    const found = [];
    for (let lun = 1; lun < w.lun.rows; lun++) {
      const disk = w.lun.firstDisk[lun]!;
      const isHere = {
        host: w.lun.host[lun] === row,
        server: w.lun.home[lun] === row || w.disk.owner[disk] === row,
        shelf: w.disk.shelf[disk] === row,
      };
      if (!isHere[table as keyof typeof isHere]) continue;
      found.push(
        rowOf(
          'lun',
          lun,
          called.lun(w, lun),
          serverText(w, w.lun.home[lun]!),
          disk ? serverText(w, w.disk.owner[disk]!) : dash,
          requests(lun),
          moment(w.lun.acknowledgedAt[lun]!),
        ),
      );
    }
    return found;
  },
  none: 'No LUN.',
  openFor: ['host'],
  isLively: true,
};
