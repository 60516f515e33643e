import type { Thing } from '../../model/plan.ts';
import { frames, leg, legs } from '../../model/wordLists.ts';
import type { World } from '../../model/world.ts';
import { called } from '../../scene/words.ts';
import { moment, pathText } from '../cells.ts';
import { frameEnds } from '../frameEnds.ts';
import { ofTables, rowOf } from '../page.ts';
import type { InspectionTable } from '../page.ts';
import { thingText } from '../thingText.ts';
import { isSlotOf } from '../whose.ts';

function isRequestOf(w: World, thing: Thing, request: number): boolean {
  const { table, row } = thing;
  const path = w.request.path[request]!;
  if (table === 'host') return w.path.host[path] === row;
  if (table === 'hostPort') return w.path.hostPort[path] === row;
  if (table === 'path') return path === row;
  if (table === 'lun') return w.request.lun[request] === row;
  const slot = w.request.vport[request]!;
  return slot !== 0 && isSlotOf(w, thing, slot);
}

/** Requests that an application waits for: where each is, and since when it waits. */
export const requests: InspectionTable = {
  id: 'requests',
  title: 'Requests in flight',
  isFor: ofTables('host', 'hostPort', 'path', 'lun', 'server', 'port', 'vport'),
  columns: ['Request', 'LUN', 'It', 'Where', 'Path', 'Submitted'],
  rows: (w, thing) => {
    const found = [];
    for (let request = 1; request < w.request.rows; request++) {
      const at = w.request.leg[request]!;
      if (at === leg.free || !isRequestOf(w, thing, request)) continue;
      found.push(
        rowOf(
          'request',
          request,
          String(request),
          called.lun(w, w.request.lun[request]!),
          w.request.write[request] ? 'writes' : 'reads',
          legs[at]!,
          pathText(w, w.request.path[request]!),
          moment(w.request.submittedAt[request]!),
        ),
      );
    }
    return found;
  },
  none: 'No request is under way.',
  openFor: ['path'],
  isLively: true,
};

/** Whether a thing is an end of a message, or has that end in it. */
function isAt(w: World, thing: Thing, end: Thing): boolean {
  if (end.table === thing.table) return end.row === thing.row;
  if (end.table === 'vport') return isSlotOf(w, thing, end.row);
  const { table, row } = thing;
  if (end.table === 'path') {
    if (table === 'host') return w.path.host[end.row] === row;
    return table === 'hostPort' && w.path.hostPort[end.row] === row;
  }
  if (end.table === 'hostPort') return table === 'host' && w.hostPort.host[end.row] === row;
  return (
    end.table === 'server' && table === 'interconnect' && w.server.interconnect[end.row] === row
  );
}

/** Frames and heartbeats on their way to or from a thing. */
export const messages: InspectionTable = {
  id: 'messages',
  title: 'Frames in flight',
  isFor: ofTables('server', 'port', 'vport', 'interconnect', 'fabric', 'host', 'hostPort', 'path'),
  columns: ['Frame', 'From', 'To', 'Sent', 'Arrives'],
  rows: (w, thing) => {
    const found = [];
    for (let message = 1; message < w.message.rows; message++) {
      if (!w.message.frame[message]) continue;
      const { from, to } = frameEnds(w, message);
      if (!isAt(w, thing, from) && !isAt(w, thing, to)) continue;
      found.push(
        rowOf(
          'message',
          message,
          frames[w.message.frame[message]!]!,
          thingText(w, from),
          thingText(w, to),
          moment(w.message.sentAt[message]!),
          moment(w.message.dueAt[message]!),
        ),
      );
    }
    return found;
  },
  none: 'No frame is on its way.',
  isLively: true,
};
