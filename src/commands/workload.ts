import type { Command } from './command.ts';
import { reachesNothing } from './command.ts';

export const workloadStart: Command = {
  id: 'workload.start',
  label: 'Start workload',
  table: 'host',
  key: 'W',
  glyph: 'play',
  appliesTo: (w, row) => !w.host.running[row] || 'It runs already.',
  reach: () => reachesNothing,
  outcome: (_w, row) => ({ facts: [['workload.started', row]], then: 'workload starts' }),
};

export const workloadStop: Command = {
  id: 'workload.stop',
  label: 'Stop workload',
  table: 'host',
  key: 'S',
  glyph: 'stop',
  appliesTo: (w, row) => w.host.running[row] === 1 || 'It stands still already.',
  reach: () => reachesNothing,
  outcome: (_w, row) => ({ facts: [['workload.stopped', row]] }),
};
