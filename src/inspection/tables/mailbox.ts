import type { World } from '../../model/world.ts';
import { clock } from '../../model/time.ts';
import { moment, serverText } from '../cells.ts';
import { ofTables, rowOf } from '../page.ts';
import type { InspectionTable } from '../page.ts';
import { pairOf } from '../whose.ts';

/** What a server has written into the mailbox on disk about itself and its partner. */
function saysOf(w: World, server: number): string {
  const { heldSince, intent, forced, givingBack } = w.server;
  const says = [
    intent[server] ? 'takes its partner over' : '',
    heldSince[server] ? `answers for its partner since ${clock(heldSince[server]!)} s` : '',
    forced[server] ? 'the takeover was forced' : '',
    givingBack[server] ? 'has begun to give back' : '',
  ].filter((each) => each !== '');
  return says.join(', ') || 'nothing but its stamp';
}

const shelfOf = (w: World, server: number): number => {
  for (let shelf = 1; shelf < w.shelf.rows; shelf++)
    if (w.shelf.home[shelf] === server) return shelf;
  return 0;
};

/** The mailbox of a pair: the one of each of its servers lies on the disks of that server. */
export const mailbox: InspectionTable = {
  id: 'mailbox',
  title: 'Mailbox on disk',
  isFor: ofTables('server', 'shelf', 'interconnect', 'disk'),
  columns: ['Of', 'Stamped', 'Says', 'Can be read'],
  rows: (w, thing) =>
    pairOf(w, thing).map((server) =>
      rowOf(
        'server',
        server,
        serverText(w, server),
        moment(w.server.stampAt[server]!),
        saysOf(w, server),
        w.shelf.mailboxUnreadable[shelfOf(w, server)] ? 'no' : 'yes',
      ),
    ),
  none: 'It belongs to no pair.',
  openFor: ['shelf', 'interconnect'],
  isLively: true,
};
