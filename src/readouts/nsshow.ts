import { fcid, rowsOf, wwn } from './readout.ts';
import type { Readout } from './readout.ts';

export const nsshow: Readout = {
  id: 'nsshow',
  title: 'Name server',
  about: 'Every name that is registered in a fabric, and the address it lives at.',
  source: 'Brocade Fabric OS, nsshow',
  columns: ['Fabric', 'Pid', 'PortName', 'NodeName', 'Switch port'],
  rows: (w) =>
    rowsOf(w.nameEntry)
      .filter((row) => w.nameEntry.fabric[row] !== 0)
      .sort(
        (a, b) =>
          w.nameEntry.fabric[a]! - w.nameEntry.fabric[b]! ||
          w.nameEntry.address[a]! - w.nameEntry.address[b]!,
      )
      .map((row) => [
        String(w.nameEntry.fabric[row]),
        fcid(w.nameEntry.address[row]!),
        wwn(w, w.nameEntry.portName[row]!),
        wwn(w, w.nameEntry.nodeName[row]!),
        String((w.nameEntry.address[row]! >> 8) & 0xff),
      ]),
};
