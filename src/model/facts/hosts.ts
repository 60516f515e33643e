import { detail, event, routine } from '../fact.ts';
import { attentionBit, everyLun } from '../attention.ts';
import { answer, answers, leg } from '../wordLists.ts';
import { address, count, flag, name, reference, word } from '../table.ts';
import { free } from '../table.ts';
import type { World } from '../world.ts';
import { zonesOf } from '../zoning.ts';
import { sent } from './messages.ts';

const path = reference('path', 'The path');
const request = reference('request', 'The request');
const message = reference('message', 'The message');
const travel = count('How long it travels', { unit: 'µs' });

function goes(w: World, request: number, to: number, at: number, due: number): void {
  w.request.leg[request] = to;
  w.request.legAt[request] = at;
  w.request.legDue[request] = due;
}

/** A port moves the bytes of a request, for its own server or for the other one. */
function takenIn(w: World, request: number, vport: number, to: number, at: number, takes: number) {
  w.request.vport[request] = vport;
  const port = w.vport.port[vport]!;
  const free = Math.max(w.port.busyUntil[port]!, at);
  w.port.busyUntil[port] = free + transferTime(w, port, w.request.size[request]!);
  goes(w, request, to, at, at + takes);
}

function end(w: World, request: number): void {
  const path = w.request.path[request]!;
  w.path.outstanding[path] = w.path.outstanding[path]! - 1;
  const block = w.request.block[request]!;
  if (w.block.writer[block] === request) w.block.writer[block] = 0;
  free(w.request, request);
}

/** How long a port takes to move `size` kB, in µs. */
export const transferTime = (w: World, port: number, size: number): number =>
  Math.floor((size * 1_000_000) / w.port.capacity[port]!);

/** Hosts: notifications, name queries, logins, paths, and every request. */
export const hostFacts = {
  'rscn.sent': event(
    [
      reference('fabric', 'The fabric'),
      reference('hostPort', 'The host port it goes to'),
      message,
      travel,
    ],
    (w, at, a, b, c, d) => {
      const notified = w.hostPort.portName[b]!;
      for (const zone of zonesOf(w, 'initiator', notified)) {
        if (w.zone.fabric[zone] === a) w.zone.changed[zone] = 0;
      }
      sent(w, at, 6, a, b, c, d);
    },
  ),
  'rscn.received': event([reference('hostPort', 'The host port'), message], (w, _at, _a, b) =>
    free(w.message, b),
  ),
  'rscn.lost': detail([reference('hostPort', 'The host port'), message], (w, at, a, b) => {
    // Who is logged out hears of everything when it logs in again.
    if (w.hostPort.address[a]) w.hostPort.missedAt[a] = at;
    free(w.message, b);
  }),
  'host-port.dark': event([reference('hostPort', 'The host port')], (w, _at, a) => {
    w.hostPort.address[a] = 0;
    w.hostPort.missedAt[a] = 0;
  }),
  'host-port.online': event(
    [reference('hostPort', 'The host port'), address('Its address')],
    (w, _at, a, b) => {
      w.hostPort.address[a] = b;
    },
  ),
  'name-server.queried': event([path, message, travel], (w, at, a, b, c) => ask(w, at, 7, a, b, c)),
  'name-server.answered': event(
    [path, message, address('Where the name lives; 0 nowhere')],
    (w, _at, _a, b) => {
      free(w.message, b);
    },
  ),
  'path.plogi-sent': event([path, message, travel], (w, at, a, b, c) => ask(w, at, 8, a, b, c)),
  'path.plogi-answered': event([path, message, flag('Accepted')], (w, _at, _a, b) =>
    free(w.message, b),
  ),
  'path.prli-sent': event([path, message, travel], (w, at, a, b, c) => ask(w, at, 9, a, b, c)),
  'path.prli-answered': event([path, message, flag('Accepted')], (w, _at, _a, b) =>
    free(w.message, b),
  ),
  'path.frame-lost': detail([path, message], (w, _at, _a, b) => free(w.message, b)),
  'path.bound': detail([path, address('The address the host binds the name to')], (w, at, a, b) => {
    w.path.address[a] = b;
    w.path.boundAt[a] = at;
    // A login ends the session before it, and each LUN says so once.
    w.path.attention[a] = b === 0 ? 0 : everyLun;
  }),
  'path.online': event([path, address('The address'), name('The name')]),
  'path.blocked': event([path]),
  'path.failed': event([path], (w, _at, a) => {
    w.path.failures[a] = w.path.failures[a]! + 1;
  }),
  'path.lost': event([path]),
  // What the path checker’s TEST UNIT READY was told is told no more.
  'path.reinstated': event([path], (w, _at, a) => {
    w.path.attention[a] = 0;
  }),
  'workload.started': event([reference('host', 'The host')], (w, _at, a) => {
    w.host.running[a] = 1;
    w.host.starts[a] = w.host.starts[a]! + 1;
  }),
  'workload.stopped': event([reference('host', 'The host')], (w, _at, a) => {
    w.host.running[a] = 0;
  }),
  /** Operand b: path; c: block; d: size in kB, negative for a write. */
  'io.submitted': routine(
    [request, path, reference('block', 'The block'), count('Size in kB, negative for a write')],
    (w, at, a, b, c, d) => {
      const lun = w.block.lun[c]!;
      const write = d < 0 ? 1 : 0;
      w.request.lun[a] = lun;
      w.request.path[a] = b;
      w.request.block[a] = c;
      w.request.write[a] = write;
      w.request.size[a] = Math.abs(d);
      w.request.floor[a] = w.block.acknowledged[c]!;
      if (write) {
        w.block.issued[c] = w.block.issued[c]! + 1;
        w.request.version[a] = w.block.issued[c]!;
        w.block.writer[c] = a;
      }
      w.request.submittedAt[a] = at;
      w.path.outstanding[b] = w.path.outstanding[b]! + 1;
      w.lun.turn[lun] = b;
      goes(w, a, leg.waiting, at, 0);
    },
  ),
  'io.sent': routine([request, travel], (w, at, a, b) => {
    w.request.tries[a] = w.request.tries[a]! + 1;
    w.request.vport[a] = 0;
    w.request.answer[a] = 0;
    goes(w, a, leg.outbound, at, at + b);
  }),
  'io.arrived': routine(
    [
      request,
      reference('vport', 'The virtual port that takes it in'),
      count('How long it is served', { unit: 'µs' }),
    ],
    (w, at, a, b, c) => takenIn(w, a, b, leg.serving, at, c),
  ),
  'io.forwarded': routine(
    [
      request,
      reference('vport', 'The virtual port that takes it in'),
      count('Until its owner has served it', { unit: 'µs' }),
    ],
    (w, at, a, b, c) => takenIn(w, a, b, leg.forwarded, at, c),
  ),
  'io.held': routine(
    [request, reference('vport', 'The virtual port that took it in')],
    (w, at, a, b) => {
      w.request.vport[a] = b;
      goes(w, a, leg.held, at, 0);
    },
  ),
  'io.served': routine(
    [
      request,
      reference('server', 'The server that serves it'),
      count('The version read or written'),
      travel,
    ],
    (w, at, a, b, c, d) => {
      const block = w.request.block[a]!;
      if (w.request.write[a]) log(w, b, block, c);
      w.request.version[a] = c;
      w.request.answer[a] = answer.good;
      goes(w, a, leg.returning, at, at + d);
    },
  ),
  'io.refused': routine(
    [request, reference('vport', 'The virtual port'), word(answers, 'What it says'), travel],
    (w, at, a, b, c, d) => {
      w.request.vport[a] = b;
      w.request.answer[a] = c;
      const path = w.request.path[a]!;
      if (c === answer['unit attention'])
        w.path.attention[path] = w.path.attention[path]! & ~attentionBit(w.request.lun[a]!);
      goes(w, a, leg.returning, at, at + d);
    },
  ),
  'io.acknowledged': routine(
    [
      request,
      reference('lun', 'The LUN'),
      count('Size', { unit: 'kB' }),
      count('Since submitted', { unit: 'µs' }),
    ],
    (w, at, a, b) => {
      const block = w.request.block[a]!;
      if (w.request.write[a] && w.block.acknowledged[block]! < w.request.version[a]!) {
        w.block.acknowledged[block] = w.request.version[a]!;
      }
      w.lun.acknowledgedAt[b] = at;
      w.lun.acknowledged[b] = w.lun.acknowledged[b]! + 1;
      end(w, a);
    },
  ),
  'io.lost': detail([request], (w, at, a) => goes(w, a, leg.lost, at, 0)),
  'io.requeued': detail([request, reference('path', 'Where it waits now')], (w, at, a, b) => {
    const before = w.request.path[a]!;
    w.path.outstanding[before] = w.path.outstanding[before]! - 1;
    w.path.outstanding[b] = w.path.outstanding[b]! + 1;
    w.request.path[a] = b;
    w.request.vport[a] = 0;
    w.request.answer[a] = 0;
    goes(w, a, leg.waiting, at, 0);
  }),
  'io.timed-out': event([request, path]),
  'io.failed': event([request, reference('lun', 'The LUN')], (w, _at, a, b) => {
    w.lun.failed[b] = w.lun.failed[b]! + 1;
    end(w, a);
  }),
};

/** One frame of a host to its fabric, for a path. */
export function ask(
  w: World,
  at: number,
  frame: number,
  path: number,
  row: number,
  travels: number,
): void {
  sent(w, at, frame, path, w.hostPort.fabric[w.path.hostPort[path]!]!, row, travels);
}

/** A write goes into the NVRAM of the server that serves it, and into its partner’s if mirrored. */
function log(w: World, server: number, block: number, version: number): void {
  const home = w.lun.home[w.block.lun[block]!]!;
  if (server === home) {
    w.block.homeLog[block] = version;
    const copied = w.server.logMirrored[server] === 1 && w.plan.settings.logMirroring;
    if (copied) w.block.partnerLog[block] = version;
  } else {
    w.block.partnerLog[block] = version;
  }
}
