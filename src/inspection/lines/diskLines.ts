import { stateWords } from '../../scene/stateWords.ts';
import { called } from '../../scene/words.ts';
import { dash, many, moment, serverText } from '../cells.ts';
import { countRequests } from '../requestCounts.ts';
import { line, link } from './line.ts';
import type { Lines } from './line.ts';

export const lunLines: Lines = (w, row) => {
  const { home, host, blocks, disks, firstDisk, acknowledged, failed, acknowledgedAt } = w.lun;
  const owner = w.disk.owner[firstDisk[row]!]!;
  return [
    link('Home', 'server', home[row]!, serverText(w, home[row]!)),
    link('Served by', 'server', owner, serverText(w, owner)),
    link('Used by', 'host', host[row]!, host[row] ? called.host(w, host[row]!) : 'nobody'),
    line('Lies on', `${many(disks[row]!, 'disk')}, ${many(blocks[row]!, 'block')}`),
    line('Requests', countRequests(w, w.request.lun)(row)),
    line('Answered', String(acknowledged[row])),
    line('Last answered', moment(acknowledgedAt[row]!)),
    line('Failed to the application', String(failed[row])),
  ];
};

const version = (count: number): string => (count ? `version ${count}` : dash);

export const blockLines: Lines = (w, row) => {
  const { lun, issued, acknowledged, onDisk, homeLog, partnerLog, writer } = w.block;
  const home = w.lun.home[lun[row]!]!;
  const partner = w.server.partner[home]!;
  return [
    link('LUN', 'lun', lun[row]!, called.lun(w, lun[row]!)),
    line('Submitted', version(issued[row]!)),
    line('Acknowledged', version(acknowledged[row]!)),
    line('On disk', version(onDisk[row]!)),
    line(`In the NVRAM of ${serverText(w, home)}`, version(homeLog[row]!)),
    line(`In the NVRAM of ${serverText(w, partner, 'its partner')}`, version(partnerLog[row]!)),
    link(
      'Being written by',
      'request',
      writer[row]!,
      writer[row] ? `request ${writer[row]}` : 'nobody',
    ),
  ];
};

export const shelfLines: Lines = (w, row) => {
  const home = w.shelf.home[row]!;
  const sees = (cut: number): string => (cut ? 'cut' : 'whole');
  return [
    line(`Path of ${serverText(w, home)}`, sees(w.shelf.homeCut[row]!)),
    line(`Path of ${serverText(w, w.server.partner[home]!)}`, sees(w.shelf.partnerCut[row]!)),
    line('Mailbox', w.shelf.mailboxUnreadable[row] ? 'unreadable' : 'readable'),
  ];
};

export const diskLines: Lines = (w, row) => {
  const { lun, home, owner, reservation, homeView, partnerView, state, health } = w.disk;
  return [
    link('Home owner', 'server', home[row]!, serverText(w, home[row]!)),
    link('Current owner', 'server', owner[row]!, serverText(w, owner[row]!)),
    link('Reservation', 'server', reservation[row]!, serverText(w, reservation[row]!, 'none')),
    line('As its home believes', serverText(w, homeView[row]!)),
    line('As the partner believes', serverText(w, partnerView[row]!)),
    line('State', stateWords('disk', state[row]!)),
    line('Health', stateWords('diskHealth', health[row]!)),
    link('LUN on it', 'lun', lun[row]!, lun[row] ? called.lun(w, lun[row]!) : 'none'),
  ];
};
