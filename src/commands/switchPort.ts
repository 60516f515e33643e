import type { Command } from './command.ts';
import { reachesNothing } from './command.ts';
import { ofCable } from './reach.ts';

/** A switch port is reached through the cable plugged into it. */
export const switchPortDisable: Command = {
  id: 'switch-port.disable',
  label: 'Disable its switch port',
  table: 'cable',
  key: 'D',
  glyph: 'down',
  appliesTo: (w, row) =>
    !w.switchPort.disabled[w.cable.switchPort[row]!] || 'It is disabled already.',
  reach: ofCable,
  outcome: (w, row) => ({ facts: [['switch-port.disabled', w.cable.switchPort[row]!]] }),
};

export const switchPortEnable: Command = {
  id: 'switch-port.enable',
  label: 'Enable its switch port',
  table: 'cable',
  key: 'E',
  glyph: 'up',
  appliesTo: (w, row) =>
    w.switchPort.disabled[w.cable.switchPort[row]!] === 1 || 'Nothing to mend: it is enabled.',
  reach: () => reachesNothing,
  outcome: (w, row) => ({ facts: [['switch-port.enabled', w.cable.switchPort[row]!]] }),
};

export const npivOff: Command = {
  id: 'switch-port.npiv-off',
  label: 'Turn NPIV off at its switch port',
  table: 'cable',
  key: 'N',
  glyph: 'cut',
  appliesTo: (w, row) => {
    if (w.cable.port[row] === 0) return 'A host port has one name and needs no NPIV.';
    return !w.switchPort.npivOff[w.cable.switchPort[row]!] || 'NPIV is off there already.';
  },
  // Logins that stand are kept; only the next one is refused.
  reach: () => reachesNothing,
  outcome: (w, row) => ({ facts: [['switch-port.npiv-off', w.cable.switchPort[row]!]] }),
};

export const npivOn: Command = {
  id: 'switch-port.npiv-on',
  label: 'Turn NPIV on at its switch port',
  table: 'cable',
  key: 'V',
  glyph: 'mend',
  appliesTo: (w, row) =>
    w.switchPort.npivOff[w.cable.switchPort[row]!] === 1 || 'Nothing to mend: NPIV is on.',
  reach: () => reachesNothing,
  outcome: (w, row) => ({ facts: [['switch-port.npiv-on', w.cable.switchPort[row]!]] }),
};
