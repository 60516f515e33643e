import { isIn } from '../charts/index.ts';
import type { World } from '../model/world.ts';
import type { Identity, NameMark, PortLook, ServerLook } from './marks.ts';

/** A, B, C and D have tinctures; later servers take them again, told apart by letter and number. */
export const identityOf = (server: number): Identity => Math.max(0, server - 1) % 4;

/** The server whose identity a slot carries or stands by for. */
export const serverOfName = (w: World, slot: number): number =>
  w.port.server[w.vport.port[w.vport.home[slot] || slot]!]!;

/** Whether a name is at home in a row: one port, one such row, unless it only stands by. */
export const isHome = (w: World, slot: number): boolean =>
  w.vport.slot[slot] === 1 && w.vport.home[slot] === slot;

/** `A1`. */
export const nameText = (w: World, slot: number): string =>
  w.plan.labels.vport?.[w.vport.home[slot] || slot] ?? '';

export const slotIs = {
  standby: isIn('virtualPort', 'standby'),
  active: isIn('virtualPort', 'active', 'quiescing', 'drained', 'loggingOut'),
  online: isIn('virtualPort', 'active'),
  activating: isIn('virtualPort', 'activating', 'activated'),
  writing: isIn('virtualPort', 'writing'),
  leaving: isIn('virtualPort', 'quiescing', 'drained', 'loggingOut'),
  loggingIn: isIn('virtualPort', 'loggingIn', 'refused', 'configured'),
  linkDown: isIn('virtualPort', 'linkDown'),
};

export const lifeIs = {
  up: isIn('server', 'up', 'recovering', 'shuttingDown'),
  recovering: isIn('server', 'recovering'),
  hung: isIn('server', 'hung', 'hungDead', 'paused'),
  down: isIn('server', 'down'),
  starting: isIn('server', 'booting', 'looking', 'replayingOwnLog'),
  waiting: isIn('server', 'waitingForGiveback', 'lookingAgain'),
};

export const diskIs = {
  working: isIn('diskHealth', 'working'),
  failed: isIn('diskHealth', 'failed'),
};

export const pathIs = {
  open: isIn('hostPath', 'online', 'checking'),
  blocked: isIn('hostPath', 'blocked'),
};

/** A dead port has no light either, and is shown as dead. */
export const portLook = (broken: number, light: number): PortLook =>
  broken ? 'broken' : light ? 'lit' : 'dark';

export function serverLook(w: World, server: number): ServerLook {
  const life = w.server.life[server]!;
  if (lifeIs.down(life)) return 'down';
  if (lifeIs.hung(life)) return 'hung';
  if (lifeIs.starting(life)) return 'starting';
  if (lifeIs.waiting(life)) return 'waiting';
  for (let port = 1; port < w.port.rows; port++) {
    if (w.port.server[port] === server && !w.port.light[port]) return 'degraded';
  }
  return 'up';
}

/** The slot that carries a primary’s name now, or is being given it; 0 when the name is nowhere. */
export function carrierOf(w: World, primary: number): number {
  for (let slot = 1; slot < w.vport.rows; slot++) {
    if (slot !== primary && w.vport.home[slot] === primary && w.vport.portName[slot] !== 0)
      return slot;
  }
  return slotIs.standby(w.vport.state[primary]!) ? 0 : primary;
}

/** The slot into which a primary’s name is being written; 0 when none is. */
export function writtenInto(w: World, primary: number): number {
  for (let slot = 1; slot < w.vport.rows; slot++) {
    if (w.vport.home[slot] === primary && slot !== primary && slotIs.writing(w.vport.state[slot]!))
      return slot;
  }
  return 0;
}

/** A port name on a chip: the byte that tells the port and the byte that tells the server stay. */
export const shortName = (name: string, embed: boolean): string =>
  embed ? `${name.slice(9, 11)}…${name.slice(-2)}` : `${name.slice(0, 11)}:…:${name.slice(-2)}`;

export const nameMark = (w: World, slot: number, is: NameMark['is'], id: string): NameMark => ({
  id,
  identity: identityOf(serverOfName(w, slot)),
  text: nameText(w, slot),
  is,
});

/** Rows 1 to the last of a table for which something holds. */
export function rowsWhere(rows: number, is: (row: number) => boolean): number[] {
  const found: number[] = [];
  for (let row = 1; row < rows; row++) if (is(row)) found.push(row);
  return found;
}

/** The slots in which the names of a fabric are at home. */
export const homesIn = (w: World, fabric: number): number[] =>
  rowsWhere(
    w.vport.rows,
    (slot) => isHome(w, slot) && w.port.fabric[w.vport.port[slot]!] === fabric,
  );

export const rowsOf = (rows: number): number[] => rowsWhere(rows, () => true);

/** 0 to 1 between two instants; 1 when there is no span. */
export const share = (at: number, from: number, to: number): number =>
  to <= from ? 1 : Math.max(0, Math.min(1, (at - from) / (to - from)));
