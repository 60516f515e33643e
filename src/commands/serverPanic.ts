import type { Command } from './command.ts';
import { ofServer } from './reach.ts';
import { server } from './states.ts';

export const serverPanic: Command = {
  id: 'server.panic',
  label: 'Panic',
  table: 'server',
  key: 'N',
  glyph: 'panic',
  appliesTo: (w, row) => {
    const life = w.server.life[row]!;
    if (server.down(life)) return 'It is off; only running software can panic.';
    if (server.hung(life)) return 'It hangs; it cannot even panic.';
    if (server.paused(life)) return 'It stands still; nothing runs in it.';
    if (server.booting(life)) return 'It is still starting.';
    return true;
  },
  reach: ofServer,
  outcome: (_w, row) => ({
    facts: [['server.panicked', row]],
    signals: [{ chart: 'server', row, signal: 'panic' }],
  }),
};
