import { eachBlockOf } from '../model/writes.ts';
import type { Command } from './command.ts';
import { reachesNothing } from './command.ts';
import { monitor, server } from './states.ts';

/** Nobody notices until the copy is replayed, or dropped at the next consistency point. */
export const nvramDamage: Command = {
  id: 'nvram.damage',
  label: 'Damage the copy it holds of its partner’s log',
  table: 'server',
  key: 'Q',
  glyph: 'down',
  appliesTo: (w, row) => {
    if (w.server.copyDamaged[row]) return 'It is damaged already.';
    if (!server.up(w.server.life[row]!)) return 'It holds no copy while it does not run.';
    if (!monitor.watches(w.server.monitor[row]!)) return 'It has taken its partner’s log over.';
    let logged = 0;
    eachBlockOf(w, w.server.partner[row]!, (block) => {
      if (w.block.partnerLog[block] !== 0) logged++;
    });
    return logged > 0 || 'The copy is empty.';
  },
  reach: () => reachesNothing,
  outcome: (_w, row) => ({ facts: [['log.copy-damaged', row]] }),
};
