import type { World } from './world.ts';

/** What a survivor does for the hosts of its failed partner. */
export const failoverModes = ['identity-takeover', 'multipathing-only'] as const;

/** Where the name of a failed port goes: inside its server, nowhere, or to the partner with all others. */
export const portMoves = ['sibling', 'none', 'takeover'] as const;

/** What happens to identities when a server or a port fails. */
export interface FailoverModes {
  readonly failoverMode: (typeof failoverModes)[number];
  readonly portMove: (typeof portMoves)[number];
}

/** Whether names move between servers at all. Where they do not, hosts need paths to both. */
export const movesNames = ({ failoverMode }: FailoverModes): boolean =>
  failoverMode === 'identity-takeover';

/** Whether a LUN is exported under the name of this primary. */
export function isExported(w: World, lun: number, primary: number): boolean {
  const server = w.port.server[w.vport.port[primary]!]!;
  const home = w.lun.home[lun]!;
  if (movesNames(w.plan.settings)) return server === home;
  return server === home || server === w.server.partner[home];
}
