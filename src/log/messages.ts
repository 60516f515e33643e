import type { Fact } from '../model/fact.ts';
import { kinds, kindNames } from '../model/kinds.ts';
import type { KindName } from '../model/kinds.ts';
import type { Thing } from '../model/plan.ts';
import { schema } from '../model/schema.ts';
import type { TableName } from '../model/schema.ts';
import type { World } from '../model/world.ts';

/** Who sends, and who is sent to. */
type Ends = readonly [Thing, Thing];

const server = (row: number): Thing => ({ table: 'server', row });
const host = (row: number): Thing => ({ table: 'host', row });
const fabric = (row: number): Thing => ({ table: 'fabric', row });

const serverOfSlot = (w: World, slot: number): number => w.port.server[w.vport.port[slot]!]!;
const fabricOfSlot = (w: World, slot: number): number => w.port.fabric[w.vport.port[slot]!]!;

/** The server that answers at an address, or the fabric if nobody does. */
function atAddress(w: World, address: number, fabricRow: number): Thing {
  const slot = address === 0 ? -1 : w.vport.address.indexOf(address);
  return slot > 0 ? server(serverOfSlot(w, slot)) : fabric(fabricRow);
}

/** The host and the target of a path. */
function ends(w: World, path: number): Ends {
  const fabricRow = w.hostPort.fabric[w.path.hostPort[path]!]!;
  return [host(w.path.host[path]!), atAddress(w, w.path.address[path]!, fabricRow)];
}

const asks = (w: World, f: Fact): Ends => ends(w, f.a);
const isAnswered = (w: World, f: Fact): Ends => {
  const [asking, answering] = ends(w, f.a);
  return [answering, asking];
};
/** A slot speaks to its fabric, or the fabric to it. */
const toFabric = (w: World, f: Fact): Ends => [
  server(serverOfSlot(w, f.a)),
  fabric(fabricOfSlot(w, f.a)),
];
const fromFabric = (w: World, f: Fact): Ends => [
  fabric(fabricOfSlot(w, f.a)),
  server(serverOfSlot(w, f.a)),
];
const nameServer = (w: World, f: Fact): Ends => [
  host(w.path.host[f.a]!),
  fabric(w.hostPort.fabric[w.path.hostPort[f.a]!]!),
];

/** Events that are messages between servers, fabrics and hosts. */
const messages: Readonly<Partial<Record<KindName, (w: World, f: Fact) => Ends>>> = {
  'fabric.fdisc-sent': toFabric,
  'fabric.logo-sent': toFabric,
  'fabric.login-accepted': fromFabric,
  'fabric.login-rejected': fromFabric,
  'fabric.npiv-refused': fromFabric,
  'fabric.limit-reached': fromFabric,
  'fabric.name-still-listed': fromFabric,
  'rscn.sent': (w, f) => [fabric(f.a), host(w.hostPort.host[f.b]!)],
  'name-server.queried': nameServer,
  'name-server.answered': (w, f) => {
    const [asking, answering] = nameServer(w, f);
    return [answering, asking];
  },
  'path.plogi-sent': asks,
  'path.plogi-answered': isAnswered,
  'path.prli-sent': asks,
  'path.prli-answered': isAnswered,
  'path.adisc-sent': asks,
  'path.adisc-answered': isAnswered,
  'panic-packet.heard': (w, f) => [server(w.server.partner[f.a]!), server(f.a)],
  'alert.sent': (w, f) => [server(f.a), server(w.server.partner[f.a]!)],
  'port.partner-asked': (w, f) => [server(w.port.server[f.a]!), server(w.port.server[f.b]!)],
  'port.failure-reported': (w, f) => [server(f.a), server(w.port.server[f.b]!)],
  'server.reset': (_w, f) => [server(f.b), server(f.a)],
};

/** Sender and addressee of a fact that is a message; null for any other. */
export const endsOf = (w: World, f: Fact): Ends | null =>
  messages[kindNames[f.kind]!]?.(w, f) ?? null;

/** The server, fabric or host that a row belongs to. */
const belongsTo: Readonly<Partial<Record<TableName, (w: World, row: number) => Thing>>> = {
  server: (_w, row) => server(row),
  host: (_w, row) => host(row),
  fabric: (_w, row) => fabric(row),
  port: (w, row) => server(w.port.server[row]!),
  vport: (w, row) => server(serverOfSlot(w, row)),
  hostPort: (w, row) => host(w.hostPort.host[row]!),
  path: (w, row) => host(w.path.host[row]!),
  switchPort: (w, row) => fabric(w.switchPort.fabric[row]!),
  login: (w, row) => fabric(w.login.fabric[row]!),
  nameEntry: (w, row) => fabric(w.nameEntry.fabric[row]!),
  cable: (w, row) => {
    const port = w.cable.port[row]!;
    return port ? server(w.port.server[port]!) : host(w.hostPort.host[w.cable.hostPort[row]!]!);
  },
  disk: (w, row) => server(w.disk.home[row]!),
  shelf: (w, row) => server(w.shelf.home[row]!),
  lun: (w, row) => server(w.lun.home[row]!),
  interconnect: (w, row) => server(w.interconnect.a[row]!),
};

const tableNames = Object.keys(schema) as readonly TableName[];

const whereIs = (w: World, table: TableName, row: number): Thing | null => {
  const found = row > 0 ? belongsTo[table]?.(w, row) : undefined;
  return found && found.row > 0 ? found : null;
};

/** Where a fact that is no message is noted: the first of its things that is somewhere. */
export function placeOf(w: World, f: Fact): Thing | null {
  const kind = kindNames[f.kind]!;
  // A command has the table and the row of its thing as numbers.
  if (kind === 'command.given') return whereIs(w, tableNames[f.b]!, f.c);
  const values = [f.a, f.b, f.c, f.d];
  for (const [place, { kind: sort, of }] of kinds[kind].operands.entries()) {
    const found = sort === 'reference' ? whereIs(w, of as TableName, values[place]!) : null;
    if (found) return found;
  }
  return null;
}
