import type { Command } from './command.ts';
import { reachesNothing } from './command.ts';

export const interconnectCut: Command = {
  id: 'interconnect.cut',
  label: 'Cut interconnect',
  table: 'interconnect',
  key: 'X',
  glyph: 'cut',
  appliesTo: (w, row) => !w.interconnect.cut[row] || 'It is cut already.',
  reach: () => reachesNothing,
  outcome: (_w, row) => ({
    facts: [['interconnect.cut', row]],
    then: 'mirrors notice the interconnect',
  }),
};

export const interconnectMend: Command = {
  id: 'interconnect.mend',
  label: 'Mend interconnect',
  table: 'interconnect',
  key: 'R',
  glyph: 'mend',
  appliesTo: (w, row) => {
    const { cut, degraded, mirrorBroken } = w.interconnect;
    const whole = !cut[row] && !degraded[row] && !mirrorBroken[row];
    return !whole || 'Nothing to mend: it carries messages.';
  },
  reach: () => reachesNothing,
  outcome: (_w, row) => ({
    facts: [['interconnect.mended', row]],
    then: 'mirrors notice the interconnect',
  }),
};
