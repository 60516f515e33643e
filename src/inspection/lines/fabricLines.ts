import { stateWords } from '../../scene/stateWords.ts';
import { called } from '../../scene/words.ts';
import { addressText, dash, fullName, hostPortText, moment, slotText } from '../cells.ts';
import { hostPortsByName, slotsByAddress } from '../whose.ts';
import { line, link } from './line.ts';
import type { Lines } from './line.ts';

const unused = [line('State', 'unused row')];
const switchPortText = (row: number, number: number): string => (row ? `port ${number}` : dash);

export const fabricLines: Lines = (w, row) => [
  line('Notification', stateWords('fabricNotice', w.fabric.notice[row]!)),
  line('Switch', stateWords('fabricSwitch', w.fabric.power[row]!)),
  line('Domain', String(w.fabric.domain[row])),
  line('Inter-switch link', w.fabric.segmented[row] ? 'its ends do not reach each other' : 'whole'),
];

export const switchPortLines: Lines = (w, row) => {
  const { fabric, number, state, cable, disabled, beyond, npivOff } = w.switchPort;
  return [
    link('Fabric', 'fabric', fabric[row]!, called.fabric(w, fabric[row]!)),
    line('Number', String(number[row])),
    line('State', stateWords('switchPort', state[row]!)),
    link('Cable', 'cable', cable[row]!, cable[row] ? called.cable(w, cable[row]!) : 'none'),
    line('Disabled', disabled[row] ? 'yes' : 'no'),
    line('Grants', npivOff[row] ? 'one address, no FDISC' : 'several addresses'),
    line('Lies', beyond[row] ? 'beyond the inter-switch link' : 'on the hosts’ side'),
  ];
};

export const cableLines: Lines = (w, row) => {
  const { cut, port, hostPort, switchPort } = w.cable;
  const end = switchPort[row]!;
  return [
    line('State', cut[row] ? 'cut' : 'whole'),
    port[row]
      ? link('From', 'port', port[row]!, called.port(w, port[row]!))
      : link('From', 'hostPort', hostPort[row]!, hostPortText(w, hostPort[row]!)),
    link(
      'To',
      'switchPort',
      end,
      end ? `switch ${switchPortText(end, w.switchPort.number[end]!)}` : dash,
    ),
    line('Cut or mended', moment(w.cable.since[row]!)),
  ];
};

export const loginLines: Lines = (w, row) => {
  const { fabric, switchPort, address, portName, nodeName, vport, at } = w.login;
  if (!fabric[row]) return unused;
  const host = vport[row] ? 0 : (hostPortsByName(w).get(portName[row]!) ?? 0);
  const end = switchPort[row]!;
  return [
    vport[row]
      ? link('Who', 'vport', vport[row]!, slotText(w, vport[row]!))
      : link('Who', 'hostPort', host, hostPortText(w, host)),
    link('Fabric', 'fabric', fabric[row]!, called.fabric(w, fabric[row]!)),
    link('Behind switch', 'switchPort', end, switchPortText(end, w.switchPort.number[end]!)),
    line('FC address', addressText(address[row]!)),
    line('Port name', fullName(w, portName[row]!)),
    line('Node name', fullName(w, nodeName[row]!)),
    line('Granted', moment(at[row]!)),
  ];
};

export const nameEntryLines: Lines = (w, row) => {
  const { fabric, portName, nodeName, address, at, stale } = w.nameEntry;
  if (!fabric[row]) return unused;
  const slot = slotsByAddress(w).get(address[row]!) ?? 0;
  return [
    link('Fabric', 'fabric', fabric[row]!, called.fabric(w, fabric[row]!)),
    line('Port name', fullName(w, portName[row]!)),
    line('Node name', fullName(w, nodeName[row]!)),
    line('FC address', addressText(address[row]!)),
    link('Lives at', 'vport', slot, slotText(w, slot)),
    line('Registered', moment(at[row]!)),
    line('Login', stale[row] ? 'has ended, not told yet' : 'stands'),
  ];
};

export const zoneLines: Lines = (w, row) => {
  const { fabric, initiator, target, changed, switchPort } = w.zone;
  const end = switchPort[row]!;
  return [
    link('Fabric', 'fabric', fabric[row]!, called.fabric(w, fabric[row]!)),
    line('Host port’s name', fullName(w, initiator[row]!)),
    line('May see', fullName(w, target[row]!)),
    link(
      'Lists instead',
      'switchPort',
      end,
      end ? `switch ${switchPortText(end, w.switchPort.number[end]!)}` : dash,
    ),
    line('Change to be told', changed[row] ? 'yes' : 'no'),
  ];
};
