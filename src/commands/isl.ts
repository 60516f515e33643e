import type { Command } from './command.ts';
import { reachesNothing } from './command.ts';
import { beyondLink } from './reach.ts';

export const islCut: Command = {
  id: 'isl.cut',
  label: 'Cut inter-switch link',
  table: 'fabric',
  key: 'X',
  glyph: 'cut',
  appliesTo: (w, row) => !w.fabric.segmented[row] || 'Its inter-switch link is cut already.',
  reach: beyondLink,
  outcome: (_w, row) => ({
    facts: [['fabric.segmented', row]],
    signals: [{ chart: 'fabricNotice', row, signal: 'changed' }],
  }),
};

export const islMend: Command = {
  id: 'isl.mend',
  label: 'Mend inter-switch link',
  table: 'fabric',
  key: 'M',
  glyph: 'mend',
  appliesTo: (w, row) =>
    w.fabric.segmented[row] === 1 || 'Nothing to mend: its inter-switch link is whole.',
  reach: () => reachesNothing,
  outcome: (_w, row) => ({
    facts: [['fabric.merged', row]],
    signals: [{ chart: 'fabricNotice', row, signal: 'changed' }],
    then: 'fabric is whole',
  }),
};
