import type { Command } from './command.ts';
import { reachesNothing } from './command.ts';

/** ONTAP `cf disable`: the pair watches itself, but nobody takes over. */
export const takeoverDisable: Command = {
  id: 'takeover.disable',
  label: 'Switch takeover off for the pair',
  table: 'server',
  key: 'O',
  glyph: 'stop',
  appliesTo: (w, row) => {
    if (w.server.partner[row] === 0) return 'It has no partner.';
    return !w.server.takeoverDisabled[row] || 'It is switched off already.';
  },
  reach: () => reachesNothing,
  outcome: (w, row) => ({ facts: [['takeover.disabled', row, w.server.partner[row]!]] }),
};

export const takeoverEnable: Command = {
  id: 'takeover.enable',
  label: 'Switch takeover on for the pair',
  table: 'server',
  key: 'O',
  glyph: 'up',
  appliesTo: (w, row) => w.server.takeoverDisabled[row] === 1 || 'It is switched on.',
  reach: () => reachesNothing,
  outcome: (w, row) => ({ facts: [['takeover.enabled', row, w.server.partner[row]!]] }),
};
