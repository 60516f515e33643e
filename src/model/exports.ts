import type { World } from './world.ts';

/** Whether a port lies in the second half of its server’s, which a design may give to the partner. */
function isForPartner(w: World, port: number): boolean {
  const perServer = (w.port.rows - 1) / (w.server.rows - 1);
  return 2 * w.port.number[port]! > perServer;
}

/** Whether a LUN is exported under the name of this primary. */
export function isExported(w: World, lun: number, primary: number): boolean {
  const port = w.vport.port[primary]!;
  const server = w.port.server[port]!;
  const home = w.lun.home[lun]!;
  const partner = w.server.partner[home];
  const { failoverMode } = w.plan.settings;
  if (failoverMode === 'multipathing-only') return server === home || server === partner;
  return server === (failoverMode === 'partner-port' && isForPartner(w, port) ? partner : home);
}
