import type { Command } from './command.ts';
import { reachesNothing } from './command.ts';
import { ofCable } from './reach.ts';

export const cableCut: Command = {
  id: 'cable.cut',
  label: 'Cut cable',
  table: 'cable',
  key: 'X',
  glyph: 'cut',
  appliesTo: (w, row) => !w.cable.cut[row] || 'It is cut already.',
  reach: ofCable,
  outcome: (_w, row) => ({ facts: [['cable.cut', row]] }),
};

export const cableMend: Command = {
  id: 'cable.mend',
  label: 'Mend cable',
  table: 'cable',
  key: 'R',
  glyph: 'mend',
  appliesTo: (w, row) => w.cable.cut[row] === 1 || 'Nothing to mend: light passes.',
  reach: () => reachesNothing,
  outcome: (_w, row) => ({ facts: [['cable.mended', row]] }),
};
