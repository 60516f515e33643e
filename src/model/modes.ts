import type { World } from './world.ts';

/** What a survivor does for the hosts of its failed partner. */
export const failoverModes = [
  'identity-takeover',
  'standby-port',
  'partner-port',
  'multipathing-only',
] as const;

/** Where the name of a failed port goes: inside its server, nowhere, or to the partner with all others. */
export const portMoves = ['sibling', 'none', 'takeover'] as const;

/** What happens to identities when a server or a port fails. */
export interface FailoverModes {
  readonly failoverMode: (typeof failoverModes)[number];
  readonly portMove: (typeof portMoves)[number];
}

/** Whether names move between servers at all. Where they do not, hosts need paths to both. */
export const movesNames = ({ failoverMode }: FailoverModes): boolean =>
  failoverMode === 'identity-takeover' || failoverMode === 'standby-port';

/** Whether a port carries several names, as virtual ports. */
export const isVirtual = (mode: FailoverModes['failoverMode']): boolean =>
  mode === 'identity-takeover';

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
  if (movesNames(w.plan.settings)) return server === home;
  const partner = w.server.partner[home];
  if (w.plan.settings.failoverMode === 'partner-port')
    return server === (isForPartner(w, port) ? partner : home);
  return server === home || server === partner;
}
