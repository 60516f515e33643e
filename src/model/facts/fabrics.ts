import { detail, event, routine } from '../fact.ts';
import { address, count, flag, free, name, reference } from '../table.ts';
import type { World } from '../world.ts';
import { ask } from './hosts.ts';
import { refresh, unanswered } from './portHealth.ts';

const fabric = reference('fabric', 'The fabric');
const switchPort = reference('switchPort', 'The switch port');
const port = reference('port', 'The physical port');
const hostPort = reference('hostPort', 'The host port');
const vport = reference('vport', 'The virtual port');
const path = reference('path', 'The path');
const message = reference('message', 'The message');
const request = reference('request', 'The request');
const inARow = count('Unanswered in a row');

/** A switch without power forgets the changes it was collecting. */
function forgetChanges(w: World, fabric: number): void {
  for (let zone = 1; zone < w.zone.rows; zone++) {
    if (w.zone.fabric[zone] === fabric) w.zone.changed[zone] = 0;
  }
}

/** A fabric falls in two or becomes one: whoever sees anything there is owed a notification. */
function segment(w: World, fabric: number, segmented: number): void {
  w.fabric.segmented[fabric] = segmented;
  for (let zone = 1; zone < w.zone.rows; zone++) {
    if (w.zone.fabric[zone] === fabric) w.zone.changed[zone] = 1;
  }
}

/** Switches, switch ports, adapters and targets: what can ail them, and what the fabric says then. */
export const fabricFacts = {
  'switch.power-lost': event([fabric], (w, _at, a) => forgetChanges(w, a)),
  'fabric.login-forgotten': detail([fabric, reference('login', 'The login')], (w, _at, _a, b) =>
    free(w.login, b),
  ),
  'name-server.forgotten': detail([fabric, reference('nameEntry', 'The entry')], (w, _at, _a, b) =>
    free(w.nameEntry, b),
  ),
  'switch.power-restored': event([fabric]),
  'switch.running': event([fabric]),
  'fabric.segmented': event([fabric], (w, _at, a) => segment(w, a, 1)),
  'fabric.merged': event([fabric], (w, _at, a) => segment(w, a, 0)),
  'switch-port.disabled': event([switchPort], (w, _at, a) => {
    w.switchPort.disabled[a] = 1;
  }),
  'switch-port.enabled': event([switchPort], (w, _at, a) => {
    w.switchPort.disabled[a] = 0;
  }),
  'switch-port.npiv-off': event([switchPort], (w, _at, a) => {
    w.switchPort.npivOff[a] = 1;
  }),
  'switch-port.npiv-on': event([switchPort], (w, _at, a) => {
    w.switchPort.npivOff[a] = 0;
  }),
  'fabric.npiv-refused': event([vport, switchPort]),
  'fabric.limit-reached': event([vport, switchPort, count('Logins that it allows')]),
  'fabric.name-still-listed': event([vport, reference('nameEntry', 'The entry that still stands')]),
  'fabric.evicted': event(
    [
      reference('vport', 'The virtual port that logs in now'),
      reference('login', 'The login it ends'),
    ],
    (w, _at, _a, b) => free(w.login, b),
  ),
  'fabric.frame-lost': detail([message, port], (w, _at, a) => free(w.message, a)),
  'name-server.stale': event(
    [reference('nameEntry', 'The entry'), name('The port name')],
    (w, _at, a) => {
      w.nameEntry.stale[a] = 1;
    },
  ),
  'vport.barred': event([vport], (w, _at, a) => {
    w.vport.refusals[a] = w.vport.refusals[a]! + 1;
  }),
  'vport.evicted': event([vport], (w, _at, a) => {
    w.vport.address[a] = 0;
  }),
  'vport.duplicate-refused': event([
    reference('vport', 'The row that should carry the name too'),
    reference('vport', 'The row that carries it'),
  ]),
  'vport.pair-refused': event([
    reference('vport', 'The row that should carry the name'),
    reference('vport', 'The row at home, whose port lies in another fabric'),
  ]),
  'port.loop-initialized': event(
    [port, count('How long the loop stands still', { unit: 'µs' })],
    (w, at, a, b) => {
      w.port.busyUntil[a] = Math.max(w.port.busyUntil[a]!, at + b);
    },
  ),
  'port.half-open': event([port], (w, _at, a) => {
    w.port.mute[a] = 1;
  }),
  'port.black-hole': event([port], (w, _at, a) => {
    w.port.dropsData[a] = 1;
  }),
  'port.echo-lost': event([port, inARow], (w, at, a, b) => unanswered(w, at, a, b)),
  'port.read-lost': event([port, inARow], (w, at, a, b) => unanswered(w, at, a, b)),
  'port.partner-echo-lost': event(
    [port, reference('port', 'The partner’s port that asks'), inARow],
    (w, at, a, _b, c) => unanswered(w, at, a, c),
  ),
  'port.failure-reported': event([reference('server', 'The server that reports'), port]),
  'port.taken-offline': event([port], (w, _at, a) => {
    w.port.offline[a] = 1;
  }),
  'port.crashed': event([port], (w, _at, a) => {
    w.port.resetting[a] = 1;
    w.port.resets[a] = w.port.resets[a]! + 1;
  }),
  'port.initialized': event([port], (w, _at, a) => {
    w.port.resetting[a] = 0;
    refresh(w, a);
  }),
  'port.flapping': event([port], (w, _at, a) => {
    w.port.flapping[a] = 1;
    w.port.flaps[a] = w.port.flaps[a]! + 1;
  }),
  'port.blinked': routine([port, flag('It is dark now')], (w, _at, a, b) => {
    w.port.blink[a] = b;
  }),
  'port.held-down': event([port, count('Failures that followed each other')]),
  'port.steady': event([port], (w, _at, a) => {
    w.port.failures[a] = 0;
  }),
  'port.name-stays': event([port]),
  'port.name-unreachable': event([port, reference('port', 'The sibling that has its name')]),
  'host-port.broken': event([hostPort], (w, _at, a) => {
    w.hostPort.broken[a] = 1;
  }),
  'host-port.repaired': event([hostPort], (w, _at, a) => {
    w.hostPort.broken[a] = 0;
  }),
  'host-port.deaf': event([hostPort], (w, _at, a) => {
    w.hostPort.deaf[a] = 1;
  }),
  'rscn.missed': event([hostPort, message], (w, at, a, b) => {
    w.hostPort.deaf[a] = 0;
    w.hostPort.missedAt[a] = at;
    free(w.message, b);
  }),
  'host-port.looks': event([hostPort], (w, _at, a) => {
    w.hostPort.missedAt[a] = 0;
  }),
  'path.adisc-sent': event(
    [path, message, count('How long it travels', { unit: 'µs' })],
    (w, at, a, b, c) => ask(w, at, 10, a, b, c),
  ),
  'path.adisc-answered': event([path, message, flag('Accepted')], (w, _at, _a, b) =>
    free(w.message, b),
  ),
  'path.check-failed': event([path]),
  'path.address-changed': event([path, address('Where the name lives now')]),
  'io.swallowed': routine([request, vport], (w, at, a, b) => {
    w.request.vport[a] = b;
    w.request.leg[a] = 5;
    w.request.legAt[a] = at;
    w.request.legDue[a] = 0;
  }),
  'takeover.incomplete': event([
    reference('server', 'The server'),
    reference('server', 'Its partner'),
    count('Names of the partner that are not logged in'),
  ]),
  'takeover.stalled': event([
    reference('server', 'The server'),
    reference('server', 'Its partner, which still holds a name in a fabric'),
  ]),
};
