import { within } from '../charts/index.ts';
import { inhibitions } from '../model/wordLists.ts';
import type { World } from '../model/world.ts';
import { rowsOf } from './readout.ts';
import type { Readout } from './readout.ts';

const letter = (w: World, server: number): string => w.plan.ids.server?.[server] ?? '';

/** Whether this server could take its partner over if it had to. */
function possible(w: World, server: number): string {
  if (!within('server', w.server.life[server]!, 'up')) return '-';
  if (within('failoverMonitor', w.server.monitor[server]!, 'inTakeover')) return 'false';
  const cut = w.interconnect.cut[w.server.interconnect[server]!];
  return !cut && w.server.mirrorInStep[server] ? 'true' : 'false';
}

function description(w: World, server: number): string {
  const partner = letter(w, w.server.partner[server]!);
  const life = w.server.life[server]!;
  const monitor = w.server.monitor[server]!;
  if (within('server', life, 'waitingForGiveback') || within('server', life, 'lookingAgain'))
    return 'Waiting for giveback';
  if (!within('server', life, 'up')) return 'Unknown';
  if (w.server.inhibited[server] !== 0)
    return `Takeover is not possible: ${inhibitions[w.server.inhibited[server]!]}`;
  if (within('failoverMonitor', monitor, 'takingOver')) return `Takeover of ${partner} under way`;
  if (within('failoverMonitor', monitor, 'inTakeover')) return `In takeover of ${partner}`;
  if (within('failoverMonitor', monitor, 'givingBack')) return `Giveback to ${partner} under way`;
  if (within('failoverMonitor', monitor, 'suspect')) return `No answer from ${partner}`;
  return `Connected to ${partner}`;
}

export const storageFailover: Readout = {
  id: 'storage-failover',
  title: 'Pairs and takeover',
  about: 'Each server, its partner, whether it could take that over, and what it is doing.',
  source: 'ONTAP, storage failover show',
  columns: ['Node', 'Partner', 'Takeover possible', 'State description'],
  rows: (w) =>
    rowsOf(w.server).map((server) => [
      letter(w, server),
      letter(w, w.server.partner[server]!),
      possible(w, server),
      description(w, server),
    ]),
};
