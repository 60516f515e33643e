/** World Wide Names and the words things are called by, as engine and screen use them. */

/** `A` … `Z` for the first 26, then `S27`, `S28`, …; a person’s cluster has two. */
export const serverLetter = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : `S${index + 1}`;

/**
 * `X`, `Y`, `Z`, then `H4`, `H5`, …: hosts keep out of the letters that mean identity, and are `H1`,
 * `H2`, … where servers need all of them.
 */
export const hostLetter = (index: number, servers: number): string =>
  (servers < 24 && ['X', 'Y', 'Z'][index]) || `H${index + 1}`;

const hex = (value: number): string => (value & 0xff).toString(16).padStart(2, '0');

/** The three middle bytes of a server’s names: fixed for A and B, computed for the rest. */
function middle(server: number): string {
  if (server === 0) return '86:57:d5';
  if (server === 1) return '86:57:c3';
  return `86:${hex(0x58 + (server >> 8))}:${hex(0x10 + server)}`;
}

/** The last byte tells the server: a0, b0, c0, … and on. */
const last = (server: number): string =>
  hex(0xa0 + ((server * 0x10) % 0x60) + Math.floor(server / 6));

/** NAA 5 names: byte 4 is 8 and the port for virtual names, 9 and the port for a port’s own. */
const wwn = (family: number, port: number, server: number): string =>
  `50:0a:09:${hex(family + port)}:${middle(server)}:${last(server)}`;

export const nodeName = (server: number): string => wwn(0x80, 0, server);
export const portName = (server: number, port: number): string => wwn(0x80, port + 1, server);
export const baseNodeName = (server: number): string => wwn(0x90, 0, server);
export const basePortName = (server: number, port: number): string => wwn(0x90, port + 1, server);

/** NAA 1 names of host adapters. */
export const hostPortName = (host: number, port: number): string =>
  `10:00:00:00:c9:2e:${hex(host + 1)}:${hex(port + 1)}`;
export const hostNodeName = (host: number): string => `20:00:00:00:c9:2e:${hex(host + 1)}:00`;
