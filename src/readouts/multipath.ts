import { stateOf, within } from '../charts/index.ts';
import { isExported } from '../model/exports.ts';
import type { World } from '../model/world.ts';
import { fcid, rowsOf, wwn } from './readout.ts';
import type { Readout } from './readout.ts';

/** What multipathing makes of a path: up, given up, or waited for. */
function pathState(w: World, path: number): string {
  const state = w.path.state[path]!;
  if (within('hostPath', state, 'online') || within('hostPath', state, 'checking'))
    return 'active ready';
  if (within('hostPath', state, 'blocked')) return 'active blocked';
  return within('hostPath', state, 'lost') ? 'failed gone' : 'failed faulty';
}

/** Active/optimized, 50, or active/non-optimized, 10 (multipath-tools, ALUA priority). */
const isOptimized = (w: World, path: number, lun: number): boolean =>
  w.port.server[w.vport.port[w.path.home[path]!]!] === w.lun.home[lun];

export const multipath: Readout = {
  id: 'multipath',
  title: 'Paths of each LUN',
  about:
    'For each LUN the paths of its host, what multipathing makes of them, and where they lead.',
  source: 'Linux multipath-tools, multipath -ll; remote port states of the FC transport',
  columns: ['Host', 'LUN', 'Path', 'Target name', 'Address', 'Prio', 'Path state', 'Remote port'],
  rows: (w) =>
    rowsOf(w.lun).flatMap((lun) =>
      rowsOf(w.path)
        .filter(
          (path) => w.path.host[path] === w.lun.host[lun] && isExported(w, lun, w.path.home[path]!),
        )
        .map((path) => [
          w.plan.ids.host?.[w.lun.host[lun]!] ?? '',
          String(w.lun.number[lun]),
          `h${w.hostPort.number[w.path.hostPort[path]!]}`,
          wwn(w, w.path.portName[path]!),
          fcid(w.path.address[path]!) || '-',
          isOptimized(w, path, lun) ? '50' : '10',
          pathState(w, path),
          stateOf('hostPath', w.path.state[path]!).split('.')[0]!,
        ]),
    ),
};
