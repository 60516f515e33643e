import { answers, frames, legs } from '../../model/wordLists.ts';
import { stateWords } from '../../scene/stateWords.ts';
import { called } from '../../scene/words.ts';
import { addressText, dash, fullName, hostPortText, moment, pathText, slotText } from '../cells.ts';
import { frameEnds } from '../frameEnds.ts';
import { countRequests } from '../requestCounts.ts';
import { thingText } from '../thingText.ts';
import { line, link } from './line.ts';
import type { Lines } from './line.ts';

const unused = [line('State', 'unused row')];

export const hostLines: Lines = (w, row) => [
  line('Workload', w.host.running[row] ? 'runs' : 'stands still'),
  line('Multipathing', w.host.multipath[row] ? 'spreads requests over paths' : 'none'),
];

export const hostPortLines: Lines = (w, row) => {
  const { portName, light, fabric, state, address, broken } = w.hostPort;
  return [
    line('Port name', fullName(w, portName[row]!)),
    line('Light', light[row] ? 'seen' : 'none'),
    link('Fabric', 'fabric', fabric[row]!, called.fabric(w, fabric[row]!)),
    line('Adapter', broken[row] ? 'dead' : stateWords('hostPort', state[row]!)),
    line('FC address', addressText(address[row]!)),
  ];
};

export const pathLines: Lines = (w, row) => {
  const { hostPort, home, portName, state, address, boundAt, failures } = w.path;
  return [
    link('From', 'hostPort', hostPort[row]!, hostPortText(w, hostPort[row]!)),
    link('To the name', 'vport', home[row]!, called.name(w, home[row]!)),
    line('Port name', fullName(w, portName[row]!)),
    line('State', stateWords('hostPath', state[row]!)),
    line('FC address', addressText(address[row]!)),
    line('Logged in', moment(boundAt[row]!)),
    line('Given up', `${failures[row]} times`),
    line('Requests', countRequests(w, w.request.path)(row)),
  ];
};

export const requestLines: Lines = (w, row) => {
  const { leg, lun, path, vport, write, block, version, size, answer, tries } = w.request;
  if (!leg[row]) return unused;
  return [
    line('It', `${write[row] ? 'writes' : 'reads'} ${size[row]} kB`),
    link('LUN', 'lun', lun[row]!, called.lun(w, lun[row]!)),
    link('Block', 'block', block[row]!, `${block[row]}, version ${version[row]}`),
    link('Path', 'path', path[row]!, pathText(w, path[row]!)),
    line('Where', legs[leg[row]!]!),
    link('Taken in by', 'vport', vport[row]!, slotText(w, vport[row]!)),
    line('Answer', answers[answer[row]!]!),
    line('Sent', `${tries[row]} times`),
    line('Submitted', moment(w.request.submittedAt[row]!)),
    line('There since', moment(w.request.legAt[row]!)),
    line('Until', moment(w.request.legDue[row]!)),
  ];
};

export const messageLines: Lines = (w, row) => {
  const { frame, sentAt, dueAt } = w.message;
  if (!frame[row]) return unused;
  const { from, to } = frameEnds(w, row);
  return [
    line('Frame', frames[frame[row]!]!),
    link('From', from.table, from.row, from.row ? thingText(w, from) : dash),
    link('To', to.table, to.row, to.row ? thingText(w, to) : dash),
    line('Sent', moment(sentAt[row]!)),
    line('Arrives', moment(dueAt[row]!)),
  ];
};
