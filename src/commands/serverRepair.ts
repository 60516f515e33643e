import type { Command } from './command.ts';
import { reachesNothing } from './command.ts';
import { server } from './states.ts';

export const serverRepair: Command = {
  id: 'server.repair',
  label: 'Repair and start',
  table: 'server',
  key: 'R',
  glyph: 'up',
  appliesTo: (w, row) => {
    const life = w.server.life[row]!;
    return server.down(life) || server.hung(life) || 'Nothing to mend: it runs.';
  },
  reach: () => reachesNothing,
  outcome: (_w, row) => ({
    facts: [['server.boot-started', row]],
    signals: [{ chart: 'server', row, signal: 'repair' }],
  }),
};
