import { isVirtual } from '../model/modes.ts';
import type { FailoverModes } from '../model/modes.ts';
import type { roles } from '../model/wordLists.ts';

export type Role = (typeof roles)[number];
type Mode = FailoverModes['failoverMode'];

/** Rows of a port that carries virtual ports, and of one that does not. */
const slotRoles: readonly Role[] = ['BASE', 'PRIMARY', 'PARTNER_SECONDARY', 'SIBLING_SECONDARY'];
const plainRoles: readonly Role[] = ['SPARE', 'PHYSICAL', 'SPARE', 'SPARE'];
/** Rows of a port in a design without virtual ports: it logs in under its exported name, and no other. */
const singleRoles: readonly Role[] = ['SPARE', 'PRIMARY', 'SPARE', 'SPARE'];
/** Rows of a port that logs in when it takes a name of the partner, and not before. */
const standbyRoles: readonly Role[] = ['SPARE', 'SPARE', 'PARTNER_SECONDARY', 'SPARE'];

/** Designs in which the second half of a server’s ports is there for its partner’s LUNs only. */
export const isHalved = (mode: Mode): boolean => mode === 'standby-port' || mode === 'partner-port';

/** Whether a port, counted from 0, has a name at home: a standby port has none. */
export const hasName = (mode: Mode, port: number, ports: number): boolean =>
  mode !== 'standby-port' || 2 * port < ports;

/** What the rows of a port are for. @param plain its server has no virtual ports */
export function rolesOf(mode: Mode, plain: boolean, port: number, ports: number): readonly Role[] {
  if (isVirtual(mode)) return plain ? plainRoles : slotRoles;
  return hasName(mode, port, ports) ? singleRoles : standbyRoles;
}

/** The port of the partner that belongs to a port: in its own place, or in the other half. */
export function pairOf(mode: Mode, port: number, ports: number, crossed: boolean): number {
  if (isHalved(mode)) return (port + (ports >> 1)) % ports;
  return crossed ? ports - 1 - port : port;
}
