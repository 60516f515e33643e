import { within } from '../charts/index.ts';
import type { World } from '../model/world.ts';
import {
  carrierOf,
  diskIs,
  identityOf,
  nameText,
  portLook,
  serverLook,
  serverOfName,
  slotIs,
} from './look.ts';
import type { Identity, PortLook, ServerLook } from './marks.ts';
import { called, serverWords } from './words.ts';

/** One slot: quiet at home, loud away. */
export interface FleetSlot {
  readonly row: number;
  /** Its port in the server and its row on the port, both from 0. */
  readonly port: number;
  readonly slot: number;
  readonly is: 'home' | 'away' | 'left' | 'empty';
  readonly identity: Identity;
  readonly name: string;
  /** The port name as a chip shortens it, and both names in full; of the one that is here. */
  readonly short: string;
  readonly portName: string;
  readonly nodeName: string;
  /** The slot in which the name that has left is now; 0 when it is nowhere or has not left. */
  readonly carrier: number;
  /** The same in words; empty when it has not left. */
  readonly now: string;
  readonly spoken: string;
}

export interface FleetPort {
  readonly row: number;
  readonly number: number;
  readonly look: PortLook;
  readonly spoken: string;
}

/** One disk: whose it is, where that is not its home; `failed` where it is gone. */
export interface FleetDisk {
  readonly row: number;
  readonly identity: Identity | null;
  readonly failed: boolean;
}

/** What a card tells of one server, wherever and however large it is drawn. */
export interface FleetCard {
  readonly row: number;
  readonly label: string;
  readonly look: ServerLook;
  /** 1 while it answers for its partner too, ½ while it takes over or gives back, else 0. */
  readonly outline: 0 | 0.5 | 1;
  readonly words: string;
  /** `answers as B and A`, and `12 disks` or how many of them are lent. */
  readonly answers: string;
  readonly shelf: string;
  readonly ports: readonly FleetPort[];
  readonly slots: readonly FleetSlot[];
  readonly disks: readonly FleetDisk[];
  readonly spoken: string;
}

export interface Fleet {
  readonly cards: readonly FleetCard[];
  /** How many names there are, and how many are away from home or nowhere. */
  readonly names: number;
  readonly away: number;
}

/** What belongs to each server, by its row: it stays so for as long as there is the plan. */
interface Belongings {
  readonly ports: readonly number[];
  readonly slots: readonly number[];
  readonly disks: readonly number[];
}

/** What belongs to each server of a world, to be asked for once. */
export function fleetBelongings(w: World): readonly Belongings[] {
  const all = Array.from({ length: w.server.rows }, () => ({
    ports: [] as number[],
    slots: [] as number[],
    disks: [] as number[],
  }));
  for (let port = 1; port < w.port.rows; port++) all[w.port.server[port]!]!.ports.push(port);
  for (let slot = 1; slot < w.vport.rows; slot++)
    if (w.vport.slot[slot] !== 0) all[w.port.server[w.vport.port[slot]!]!]!.slots.push(slot);
  for (let disk = 1; disk < w.disk.rows; disk++) all[w.disk.home[disk]!]!.disks.push(disk);
  return all;
}

/** What a slot shows: its own name at home, a name that stands in, one that has left, or none. */
function contentOf(w: World, slot: number): FleetSlot['is'] {
  const own = w.vport.home[slot] === slot;
  if (slotIs.active(w.vport.state[slot]!)) return own ? 'home' : 'away';
  return own ? 'left' : 'empty';
}

function slotOf(w: World, slot: number): FleetSlot {
  const is = contentOf(w, slot);
  const name = nameText(w, slot);
  const portName = w.plan.names[w.vport.portName[slot]!] ?? '';
  const here = is === 'home' || is === 'away';
  const carrier = is === 'left' ? carrierOf(w, slot) : 0;
  const now = is !== 'left' ? '' : carrier ? `now at ${called.slot(w, carrier)}` : 'nowhere';
  const what = { home: `carries ${name}`, away: `carries ${name}`, left: `${name} ${now}` };
  return {
    row: slot,
    port: w.port.number[w.vport.port[slot]!]! - 1,
    slot: w.vport.slot[slot]! - 1,
    is,
    identity: identityOf(serverOfName(w, slot)),
    name,
    short: here ? `${portName.slice(0, 11)}:…:${portName.slice(-2)}` : '',
    portName: here ? portName : '',
    nodeName: here ? (w.plan.names[w.vport.nodeName[slot]!] ?? '') : '',
    carrier,
    now,
    spoken: `Slot ${called.slot(w, slot)}, ${is === 'empty' ? 'empty' : what[is]}`,
  };
}

function portOf(w: World, row: number): FleetPort {
  const look = portLook(w.port.broken[row]!, w.port.light[row]!);
  const words = { lit: 'lit', dark: 'no light', broken: 'broken' }[look];
  const number = w.port.number[row]!;
  return { row, number, look, spoken: `Port ${called.port(w, row)}, ${words}` };
}

const diskOf = (w: World, server: number, disk: number): FleetDisk => ({
  row: disk,
  identity: w.disk.owner[disk] === server ? null : identityOf(w.disk.owner[disk]!),
  failed: diskIs.failed(w.disk.health[disk]!),
});

/** Cards change with protocol states alone, so an outline does not grow as it does with cables. */
function outlineOf(w: World, server: number): FleetCard['outline'] {
  const is = (state: string): boolean =>
    within('failoverMonitor', w.server.monitor[server]!, state);
  if (is('inTakeover')) return 1;
  return is('takingOver') || is('givingBack') ? 0.5 : 0;
}

/** As whom it answers: the servers whose names are here. */
function answersOf(w: World, slots: readonly FleetSlot[]): string {
  const here = slots.filter(({ is }) => is === 'home' || is === 'away');
  const whose = new Set(here.map(({ row }) => called.server(w, serverOfName(w, row))));
  return `answers as ${whose.size > 0 ? [...whose].join(' and ') : 'nobody'}`;
}

function shelfOf(disks: readonly FleetDisk[]): string {
  const lent = disks.filter(({ identity }) => identity !== null).length;
  return lent > 0 ? `${lent} ${lent === 1 ? 'disk' : 'disks'} lent` : `${disks.length} disks`;
}

/** A fleet as cards: where each name is, at a glance. */
export function fleetOf(w: World, belongings = fleetBelongings(w)): Fleet {
  const cards = belongings.slice(1).map(({ ports, slots: rows, disks: shelf }, i): FleetCard => {
    const server = i + 1;
    const label = called.server(w, server);
    const slots = rows.map((row) => slotOf(w, row));
    const disks = shelf.map((disk) => diskOf(w, server, disk));
    const guests = slots.filter(({ is }) => is === 'away').map(({ name }) => name);
    const words = serverWords(w, server);
    return {
      row: server,
      label,
      look: serverLook(w, server),
      outline: outlineOf(w, server),
      words,
      answers: answersOf(w, slots),
      shelf: shelfOf(disks),
      ports: ports.map((port) => portOf(w, port)),
      slots,
      disks,
      spoken: `Server ${label}, ${words}${guests.length ? `, carries ${guests.join(' and ')}` : ''}`,
    };
  });
  const own = cards.flatMap(({ slots }) => slots.filter(({ row }) => w.vport.home[row] === row));
  return { cards, names: own.length, away: own.filter(({ is }) => is !== 'home').length };
}
