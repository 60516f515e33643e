import type { Thing } from '../model/plan.ts';
import type { World } from '../model/world.ts';
import type { FleetCard } from './fleet.ts';
import { protagonistOf } from './protagonist.ts';

/** The server that a thing is built into or stands at; 0 for what is of no server. */
export function serverOfThing(w: World, { table, row }: Thing): number {
  switch (table) {
    case 'server':
      return row;
    case 'port':
      return w.port.server[row]!;
    case 'vport':
      return w.port.server[w.vport.port[row]!]!;
    case 'disk':
      return w.disk.home[row]!;
    default:
      return 0;
  }
}

/**
 * The server that the lens is over: that of the selected thing, else the one that acts for a name
 * away from home, else any from which a name has left; 0 while all is at home.
 */
export function lensOver(w: World, cards: readonly FleetCard[], selected: Thing | null): number {
  const chosen = selected ? serverOfThing(w, selected) : 0;
  if (chosen) return chosen;
  const left = (server: number): boolean =>
    cards[server - 1]?.slots.some(({ is }) => is === 'left' || is === 'away') === true;
  const acting = protagonistOf(w).row;
  return left(acting) ? acting : (cards.find(({ row }) => left(row))?.row ?? 0);
}
