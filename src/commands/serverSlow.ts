import type { Command } from './command.ts';
import { reachesNothing } from './command.ts';
import { pulse, server } from './states.ts';

/** Requests go on; only the thread that sends heartbeats and stamps the mailbox finds no time. */
export const serverSlow: Command = {
  id: 'server.slow',
  label: 'Too busy for heartbeats',
  table: 'server',
  key: 'L',
  glyph: 'hung',
  appliesTo: (w, row) => {
    if (!server.up(w.server.life[row]!)) return 'Only a server in service can be slow.';
    if (pulse.starved(w.server.pulse[row]!)) return 'It is too busy already.';
    return pulse.beating(w.server.pulse[row]!) || 'It has not sent its first heartbeat yet.';
  },
  reach: () => reachesNothing,
  outcome: (_w, row) => ({
    facts: [['server.slowed', row]],
    signals: [{ chart: 'pulse', row, signal: 'starve' }],
  }),
};

export const serverRelieve: Command = {
  id: 'server.relieve',
  label: 'Time for heartbeats again',
  table: 'server',
  key: 'L',
  glyph: 'up',
  appliesTo: (w, row) => pulse.starved(w.server.pulse[row]!) || 'It has time for its heartbeats.',
  reach: () => reachesNothing,
  outcome: (_w, row) => ({
    facts: [['server.relieved', row]],
    signals: [{ chart: 'pulse', row, signal: 'relieve' }],
  }),
};
