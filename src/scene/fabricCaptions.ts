import { within } from '../charts/index.ts';
import type { World } from '../model/world.ts';
import { called } from './words.ts';

/** A slot of this server, for its partner’s names, that is in this state; 0 when none is. */
function slotIn(w: World, server: number, state: string): number {
  for (let slot = 1; slot < w.vport.rows; slot++) {
    const here = w.vport.slot[slot] === 2 && w.port.server[w.vport.port[slot]!] === server;
    if (here && within('virtualPort', w.vport.state[slot]!, state)) return slot;
  }
  return 0;
}

/** A fabric refuses this server a name that somebody else still holds. */
export const isRefused = (w: World, server: number): boolean => slotIn(w, server, 'refused') !== 0;

/** A takeover that must do without a name says which and why. */
export function missingNameCaption(w: World, server: number): string | null {
  const barred = slotIn(w, server, 'barred');
  if (barred)
    return `${called.slot(w, barred)} gets no address for ${called.name(w, barred)}. Only its other names answer.`;
  const dark = slotIn(w, server, 'linkDown');
  return dark
    ? `${called.slot(w, dark)} sees no light, so ${called.name(w, dark)} is nowhere. Its other names answer.`
    : null;
}

/** What ails a switch or, less visibly, a port that still has light. */
export function fabricCaption(w: World): string | null {
  for (let fabric = 1; fabric < w.fabric.rows; fabric++) {
    const name = called.fabric(w, fabric);
    if (within('fabricSwitch', w.fabric.power[fabric]!, 'off'))
      return `${name} has no power. Both servers see the same loss, and nobody takes over.`;
    if (within('fabricSwitch', w.fabric.power[fabric]!, 'starting'))
      return `The switch of ${name} starts. Everybody behind it must log in anew.`;
    if (w.fabric.segmented[fabric])
      return `${name} has fallen in two. Hosts see the names at their own end only.`;
  }
  for (let port = 1; port < w.port.rows; port++) {
    if (!w.port.light[port]) continue;
    const where = called.port(w, port);
    if (w.port.mute[port])
      return `${where} has light and hears, but nothing leaves it. Only health checks can tell.`;
    if (w.port.dropsData[port])
      return `${where} answers health checks and drops every request for data.`;
  }
  return null;
}
