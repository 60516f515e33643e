import type { World } from '../model/world.ts';
import type { Command } from './command.ts';
import { reachesNothing } from './command.ts';
import { monitor, server } from './states.ts';

/** The server that holds what is to be given back: this one, or its partner; 0 when neither. */
function holderFor(w: World, row: number): number {
  const partner = w.server.partner[row]!;
  if (monitor.inTakeover(w.server.monitor[row]!)) return row;
  return monitor.inTakeover(w.server.monitor[partner]!) ? partner : 0;
}

function mayGiveBack(w: World, row: number): true | string {
  const holder = holderFor(w, row);
  if (holder === 0) return 'Nothing to give back: no takeover is complete.';
  const home = w.server.partner[holder]!;
  if (!server.waiting(w.server.life[home]!)) return 'The failed server does not wait for it yet.';
  if (!monitor.ready(w.server.monitor[holder]!)) return 'The holder has not heard from it yet.';
  return true;
}

export const givebackStart: Command = {
  id: 'giveback.start',
  label: 'Give back',
  table: 'server',
  key: 'G',
  glyph: 'giving-back',
  appliesTo: mayGiveBack,
  reach: () => reachesNothing,
  outcome: (w, row) => {
    const holder = holderFor(w, row);
    return {
      facts: [['giveback.ordered', holder, w.server.partner[holder]!]],
      signals: [{ chart: 'failoverMonitor', row: holder, signal: 'order-giveback' }],
    };
  },
};

/** A soft veto is overridden; a hard one stands whatever is ordered. */
export const givebackForced: Command = {
  id: 'giveback.forced',
  label: 'Give back in spite of a rebuild',
  table: 'server',
  key: 'V',
  glyph: 'giving-back',
  appliesTo: mayGiveBack,
  reach: () => reachesNothing,
  outcome: (w, row) => {
    const holder = holderFor(w, row);
    return {
      facts: [['giveback.forced', holder, w.server.partner[holder]!]],
      signals: [{ chart: 'failoverMonitor', row: holder, signal: 'order-giveback' }],
    };
  },
};
