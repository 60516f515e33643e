import { clock } from '../model/time.ts';
import type { Micros } from '../model/time.ts';
import type { World } from '../model/world.ts';
import { called } from '../scene/words.ts';

/** What stands where there is nothing to say. */
export const dash = '–';

/** `24.057 s`; a dash for moment 0, which stands for never. */
export const moment = (at: Micros): string => (at ? `${clock(at)} s` : dash);

/** A World Wide Name in full. */
export const fullName = (w: World, name: number): string => w.plan.names[name] || dash;

export const addressText = (address: number): string => (address ? called.address(address) : dash);

/** A server by its letter. */
export const serverText = (w: World, server: number, nobody = 'nobody'): string =>
  server ? called.server(w, server) : nobody;

/** A slot as `B 1/S1`. */
export const slotText = (w: World, slot: number): string => (slot ? called.slot(w, slot) : dash);

/** A host port as `X, h1`: its host by its letter. */
export const hostPortText = (w: World, row: number): string =>
  row ? `${w.plan.ids.host?.[w.hostPort.host[row]!] ?? '?'}, h${w.hostPort.number[row]}` : dash;

/** A path as its host knows it: `h1 to A1`. */
export const pathText = (w: World, path: number): string =>
  path
    ? `h${w.hostPort.number[w.path.hostPort[path]!]} to ${called.name(w, w.path.home[path]!)}`
    : dash;

/** `1 write`, `2 writes`. */
export const many = (count: number, one: string, more = `${one}s`): string =>
  `${count} ${count === 1 ? one : more}`;
