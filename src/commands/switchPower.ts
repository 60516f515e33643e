import type { Command } from './command.ts';
import { reachesNothing } from './command.ts';
import { ofFabric } from './reach.ts';
import { fabricSwitch } from './states.ts';

export const switchPowerOff: Command = {
  id: 'switch.power-off',
  label: 'Switch power loss',
  table: 'fabric',
  key: 'P',
  glyph: 'down',
  appliesTo: (w, row) => !fabricSwitch.off(w.fabric.power[row]!) || 'Its switch is off already.',
  reach: ofFabric,
  outcome: (_w, row) => ({
    facts: [['switch.power-lost', row]],
    signals: [{ chart: 'fabricSwitch', row, signal: 'power-off' }],
  }),
};

export const switchPowerOn: Command = {
  id: 'switch.power-on',
  label: 'Restore switch power',
  table: 'fabric',
  key: 'R',
  glyph: 'up',
  appliesTo: (w, row) =>
    fabricSwitch.off(w.fabric.power[row]!) || 'Nothing to mend: its switch has power.',
  reach: () => reachesNothing,
  outcome: (_w, row) => ({
    facts: [['switch.power-restored', row]],
    signals: [{ chart: 'fabricSwitch', row, signal: 'power-on' }],
  }),
};
