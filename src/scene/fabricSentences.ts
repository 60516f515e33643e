import type { fabricFacts } from '../model/facts/fabrics.ts';
import type { Fact } from '../model/fact.ts';
import type { World } from '../model/world.ts';
import { stateWords } from './stateWords.ts';
import { called } from './words.ts';

const S = called.server;

/** The switch port, by what is plugged into it. */
function switchPort(w: World, row: number): string {
  const cable = w.switchPort.cable[row]!;
  const port = w.cable.port[cable]!;
  const end = port ? called.port(w, port) : called.hostPort(w, w.cable.hostPort[cable]!);
  return `the switch port of ${end}`;
}

const host = (w: World, path: number): string => called.host(w, w.path.host[path]!);

/** What switches, switch ports, adapters and targets say. */
export const fabricSentences: Readonly<
  Record<keyof typeof fabricFacts | 'switch.state', (w: World, f: Fact) => string>
> = {
  'switch.state': (w, f) =>
    `The switch of ${called.fabric(w, f.a)} enters “${stateWords('fabricSwitch', f.b)}”`,
  'switch.power-lost': (w, f) =>
    `The switch of ${called.fabric(w, f.a)} loses power, and with it every login and its name server`,
  'fabric.login-forgotten': (w, f) => `The switch of ${called.fabric(w, f.a)} forgets login ${f.b}`,
  'name-server.forgotten': (w, f) =>
    `The name server of ${called.fabric(w, f.a)} forgets entry ${f.b}`,
  'switch.power-restored': (w, f) => `The switch of ${called.fabric(w, f.a)} has power and starts`,
  'switch.running': (w, f) => `The switch of ${called.fabric(w, f.a)} runs: its ports are lit`,
  'fabric.segmented': (w, f) =>
    `${called.fabric(w, f.a)} falls in two: its inter-switch link is down`,
  'fabric.merged': (w, f) => `${called.fabric(w, f.a)} is one again`,
  'switch-port.disabled': (w, f) => `Somebody disables ${switchPort(w, f.a)}`,
  'switch-port.enabled': (w, f) => `Somebody enables ${switchPort(w, f.a)}`,
  'switch-port.npiv-off': (w, f) =>
    `NPIV is turned off at ${switchPort(w, f.a)}: it will grant no further name`,
  'switch-port.npiv-on': (w, f) => `NPIV is turned on at ${switchPort(w, f.a)}`,
  'fabric.npiv-refused': (w, f) =>
    `The fabric rejects ${called.slot(w, f.a)}: NPIV is off at its switch port`,
  'fabric.limit-reached': (w, f) =>
    `The fabric rejects ${called.slot(w, f.a)}: its switch port grants only ${f.c} logins`,
  'fabric.name-still-listed': (w, f) =>
    `The fabric rejects ${called.slot(w, f.a)}: the name server still lists ${called.name(w, f.a)}`,
  'fabric.evicted': (w, f) =>
    `The fabric ends the older login of ${called.name(w, f.a)}: here the second wins`,
  'fabric.frame-lost': (w, f) => `A login frame never leaves ${called.port(w, f.b)}`,
  'name-server.stale': (w, f) =>
    `${called.portName(w, f.b)} has logged out, but its name server entry stays for now`,
  'vport.barred': (w, f) =>
    `ALARM: slot ${called.slot(w, f.a)} gets no address, so ${called.name(w, f.a)} cannot answer there`,
  'vport.evicted': (w, f) =>
    `Slot ${called.slot(w, f.a)} learns that ${called.name(w, f.a)} was taken from it`,
  'vport.duplicate-refused': (w, f) =>
    `The driver refuses ${called.name(w, f.b)} in slot ${called.slot(w, f.a)}: ${called.slot(w, f.b)} carries it (VPCERR_BAD_WWN)`,
  'vport.pair-refused': (w, f) =>
    `ALARM: slot ${called.slot(w, f.a)} lies in another fabric than ${called.slot(w, f.b)}, so it stays empty`,
  'port.loop-initialized': (w, f) =>
    `A name joins the loop of ${called.port(w, f.a)} (LIP): all its names stand still for ${f.b / 1e6} s`,
  'port.half-open': (w, f) => `No frame leaves ${called.port(w, f.a)} any more; its light stays on`,
  'port.black-hole': (w, f) =>
    `${called.port(w, f.a)} drops every data command and answers the rest`,
  'port.echo-lost': (w, f) =>
    `An ECHO from ${called.port(w, f.a)} stays unanswered, ${f.b} in a row`,
  'port.read-lost': (w, f) =>
    `A test read through ${called.port(w, f.a)} does not come back, ${f.b} in a row`,
  'port.partner-echo-lost': (w, f) =>
    `An ECHO from ${called.port(w, f.b)} to ${called.port(w, f.a)} stays unanswered, ${f.c} in a row`,
  'port.failure-reported': (w, f) =>
    `${S(w, f.a)} tells ${S(w, w.port.server[f.b]!)} that its port ${w.port.number[f.b]} does not answer`,
  'port.taken-offline': (w, f) =>
    `${S(w, w.port.server[f.a]!)} switches port ${w.port.number[f.a]} off: its health checks fail`,
  'port.crashed': (w, f) => `The firmware of ${called.port(w, f.a)} crashes`,
  'port.initialized': (w, f) =>
    `The firmware of ${called.port(w, f.a)} runs again; its slots are as they were`,
  'port.flapping': (w, f) => `The transceiver of ${called.port(w, f.a)} begins to flap`,
  'port.blinked': (w, f) =>
    `The transceiver of ${called.port(w, f.a)} ${f.b ? 'goes dark' : 'is lit again'}`,
  'port.held-down': (w, f) =>
    `${called.port(w, f.a)} failed ${f.b} times: it stays out until its light has held`,
  'port.steady': (w, f) => `The light of ${called.port(w, f.a)} has held: it may serve again`,
  'port.name-stays': (w, f) =>
    `Names do not follow a failed port here: other paths carry on for ${called.port(w, f.a)}`,
  'port.name-unreachable': (w, f) =>
    `ALARM: port ${w.port.number[f.b]} has the name of ${called.port(w, f.a)} but cannot log it in`,
  'host-port.broken': (w, f) => `The adapter port ${called.hostPort(w, f.a)} dies`,
  'host-port.repaired': (w, f) => `The adapter port ${called.hostPort(w, f.a)} is repaired`,
  'host-port.deaf': (w, f) => `${called.hostPort(w, f.a)} will miss the next notification`,
  'rscn.missed': (w, f) => `${called.hostPort(w, f.a)} misses a notification and believes the old`,
  'host-port.looks': (w, f) => `${called.hostPort(w, f.a)} asks the fabric anew for every name`,
  'path.adisc-sent': (w, f) =>
    `${host(w, f.a)} asks at the old address whether ${called.name(w, w.path.home[f.a]!)} is there (ADISC)`,
  'path.adisc-answered': (w, f) =>
    `${called.name(w, w.path.home[f.a]!)} ${f.c ? 'still knows' : 'no longer knows'} ${host(w, f.a)} at that address`,
  'path.check-failed': (w, f) =>
    `The path checker’s read on ${called.path(w, f.a)} does not come back: it stays given up`,
  'path.address-changed': (w, f) =>
    `${host(w, f.a)} binds ${called.name(w, w.path.home[f.a]!)} by address and has no use for it at ${called.address(f.b)}`,
  'io.swallowed': (w, f) => `Request ${f.a} vanishes in ${called.slot(w, f.b)}`,
  'takeover.incomplete': (w, f) =>
    `ALARM: ${S(w, f.a)} holds the disks of ${S(w, f.b)}, but ${f.c} of its names cannot log in`,
  'takeover.stalled': (w, f) =>
    `ALARM: ${S(w, f.b)} is still logged in under its names, so ${S(w, f.a)} cannot finish`,
};
