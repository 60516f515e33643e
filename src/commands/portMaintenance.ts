import type { Command } from './command.ts';
import { ofPort } from './reach.ts';
import { port, server } from './states.ts';

export const portMaintenance: Command = {
  id: 'port.maintenance',
  label: 'Take out for maintenance',
  table: 'port',
  key: 'M',
  glyph: 'maintenance',
  appliesTo: (w, row) => {
    if (!server.up(w.server.life[w.port.server[row]!]!)) return 'Its server does not run.';
    if (!port.online(w.port.monitor[row]!)) return 'It is not in service.';
    return true;
  },
  reach: ofPort,
  outcome: (_w, row) => ({
    facts: [['port.maintenance-started', row]],
    signals: [{ chart: 'physicalPort', row, signal: 'maintain' }],
  }),
};
