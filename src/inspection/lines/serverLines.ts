import { stateWords } from '../../scene/stateWords.ts';
import { called } from '../../scene/words.ts';
import { addressText, dash, fullName, many } from '../cells.ts';
import { line, link } from './line.ts';
import type { Lines } from './line.ts';

export const serverLines: Lines = (w, row) => {
  let logged = 0;
  for (let block = 1; block < w.block.rows; block++)
    if (w.lun.home[w.block.lun[block]!] === row && w.block.homeLog[block]) logged++;
  return [
    line(
      'NVRAM log',
      `${many(logged, 'logged write')}, ${w.server.logMirrored[row] ? 'mirrored' : 'not mirrored'}`,
    ),
    line('Copy of the partner’s log', w.server.mirrorInStep[row] ? 'in step' : 'out of step'),
  ];
};

export const interconnectLines: Lines = (w, row) => {
  const { cut, degraded, mirrorBroken } = w.interconnect;
  if (cut[row]) return [line('State', 'cut')];
  return [
    line('Links', degraded[row] ? 'one of two' : 'both'),
    line('Carries', mirrorBroken[row] ? 'heartbeats' : 'heartbeats and the log mirror'),
  ];
};

export const portLines: Lines = (w, row) => {
  const { light, fabric, monitor, sibling } = w.port;
  return [
    line('Light', light[row] ? 'seen' : 'none'),
    link('Fabric', 'fabric', fabric[row]!, called.fabric(w, fabric[row]!)),
    line('Port monitor', stateWords('physicalPort', monitor[row]!)),
    link(
      'Sibling',
      'port',
      sibling[row]!,
      sibling[row] ? called.port(w, sibling[row]!) : 'none in this fabric',
    ),
  ];
};

export const vportLines: Lines = (w, row) => {
  const home = w.vport.home[row]!;
  const standsBy = home !== 0 && home !== row;
  return [
    line('Port name', fullName(w, w.vport.portName[row]!)),
    line('Node name', fullName(w, w.vport.nodeName[row]!)),
    line('State', stateWords('virtualPort', w.vport.state[row]!)),
    line('FC address', addressText(w.vport.address[row]!)),
    standsBy
      ? link('Stands by for', 'vport', home, called.name(w, row))
      : line('Stands by for', dash),
  ];
};
