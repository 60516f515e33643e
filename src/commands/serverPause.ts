import type { Command } from './command.ts';
import { reachesNothing } from './command.ts';
import { ofServer } from './reach.ts';
import { server } from './states.ts';

/** A server that stands still and wakes later is a zombie: it believes that no time has passed. */
export const serverPause: Command = {
  id: 'server.pause',
  label: 'Pause in the middle of its work',
  table: 'server',
  key: 'Z',
  glyph: 'hung',
  appliesTo: (w, row) => server.up(w.server.life[row]!) || 'Only a server in service can pause.',
  reach: ofServer,
  outcome: (_w, row) => ({
    facts: [['server.paused', row]],
    signals: [{ chart: 'server', row, signal: 'pause' }],
  }),
};

export const serverResume: Command = {
  id: 'server.resume',
  label: 'Wake where it stood',
  table: 'server',
  key: 'Z',
  glyph: 'up',
  appliesTo: (w, row) => server.paused(w.server.life[row]!) || 'It does not stand still.',
  reach: () => reachesNothing,
  outcome: (_w, row) => ({
    facts: [['server.resumed', row]],
    signals: [{ chart: 'server', row, signal: 'resume' }],
  }),
};
