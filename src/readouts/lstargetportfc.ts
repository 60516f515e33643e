import { roles } from '../model/wordLists.ts';
import { fcid, rowsOf, wwn } from './readout.ts';
import type { Readout } from './readout.ts';

const base = roles.indexOf('BASE');
const primary = roles.indexOf('PRIMARY');

export const lstargetportfc: Readout = {
  id: 'lstargetportfc',
  title: 'Target ports',
  about: 'Each target name, the node that owns it, and the node it is on now.',
  source: 'IBM Spectrum Virtualize, lstargetportfc',
  columns: [
    'id',
    'WWPN',
    'WWNN',
    'port_id',
    'owning_node_id',
    'current_node_id',
    'nportid',
    'host_io_permitted',
    'virtualized',
  ],
  rows: (w) =>
    rowsOf(w.vport)
      .filter((slot) => w.vport.role[slot] === base || w.vport.role[slot] === primary)
      .map((slot, i) => {
        const virtual = w.vport.role[slot] === primary;
        const port = w.vport.port[slot]!;
        // A name that is away is told by the path it would be asked for on, or not at all.
        const carrier = rowsOf(w.vport).find(
          (row) => w.vport.home[row] === slot && w.vport.address[row] !== 0,
        );
        const shown = carrier ?? slot;
        const known = rowsOf(w.path).find((path) => w.path.home[path] === slot);
        const name = virtual && known ? w.path.portName[known]! : w.vport.portName[slot]!;
        return [
          String(i + 1),
          wwn(w, name),
          wwn(w, w.vport.nodeName[shown]!) || '-',
          String(w.port.number[port]),
          String(w.port.server[port]),
          carrier ? String(w.port.server[w.vport.port[carrier]!]) : '',
          carrier ? fcid(w.vport.address[carrier]!) : '000000',
          virtual ? 'yes' : 'no',
          virtual ? 'yes' : 'no',
        ];
      }),
};
