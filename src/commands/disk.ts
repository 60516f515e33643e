import { isIn } from '../charts/index.ts';
import type { Command } from './command.ts';
import { reachesNothing } from './command.ts';

const failed = isIn('diskHealth', 'failed');

export const diskFail: Command = {
  id: 'disk.fail',
  label: 'Kill disk',
  table: 'disk',
  key: 'K',
  glyph: 'down',
  appliesTo: (w, row) => !failed(w.disk.health[row]!) || 'It has failed already.',
  reach: (_w, row) => ({ ...reachesNothing, disks: [row] }),
  outcome: (_w, row) => ({
    facts: [['disk.failed', row]],
    signals: [{ chart: 'diskHealth', row, signal: 'fail' }],
  }),
};

export const diskReplace: Command = {
  id: 'disk.replace',
  label: 'Put a new disk in',
  table: 'disk',
  key: 'R',
  glyph: 'mend',
  appliesTo: (w, row) => failed(w.disk.health[row]!) || 'Nothing to replace: it answers.',
  reach: () => reachesNothing,
  outcome: (_w, row) => ({
    facts: [['disk.replaced', row]],
    signals: [{ chart: 'diskHealth', row, signal: 'replace' }],
  }),
};
