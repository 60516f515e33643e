import { properties } from '../properties/index.ts';
import type { Plan, Settings } from '../model/plan.ts';
import type { Rows, TableName } from '../model/schema.ts';
import * as wwn from './names.ts';
import { hasName } from './portDesign.ts';
import type { Topology } from './scenario.ts';
import { blocksPerLun, slotsPerPort } from './settle.ts';
import type { Naming } from './settle.ts';

type Mode = Settings['failoverMode'];

/** How many rows each table needs. */
export function rowsOf(t: Topology, mode: Mode): Rows {
  const ports = t.servers * t.portFabrics.length;
  const hostPorts = t.hosts * t.hostPortFabrics.length;
  const fabrics = Math.max(...t.portFabrics, ...t.hostPortFabrics);
  const luns = t.servers * t.lunsPerServer;
  let paths = 0;
  for (const hostFabric of t.hostPortFabrics) {
    const named = t.portFabrics.filter(
      (fabric, port) => fabric === hostFabric && hasName(mode, port, t.portFabrics.length),
    );
    paths += t.hosts * t.servers * named.length;
  }
  // Each LUN is used by one host, over at most this many paths.
  const queues = luns * t.portFabrics.length * t.hostPortFabrics.length;
  return {
    server: t.servers,
    interconnect: t.servers / 2,
    port: ports,
    vport: ports * slotsPerPort,
    fabric: fabrics,
    switchPort: ports + hostPorts,
    cable: ports + hostPorts,
    login: ports * slotsPerPort + hostPorts,
    nameEntry: ports * (slotsPerPort - 1),
    zone: paths,
    host: t.hosts,
    hostPort: hostPorts,
    path: paths,
    lun: luns,
    block: luns * blocksPerLun,
    shelf: t.servers,
    disk: t.servers * t.disksPerServer,
    request: Math.min(65_536, Math.max(64, queues * 8)),
    message: 64 + 8 * t.servers + 4 * paths + 4 * ports,
    property: properties.length,
  };
}

/** Every World Wide Name of a cluster. */
export function namingOf(t: Topology): Naming {
  const names: string[] = [''];
  const index = new Map<string, number>();
  const of = (name: string): number => {
    const known = index.get(name);
    if (known !== undefined) return known;
    names.push(name);
    index.set(name, names.length - 1);
    return names.length - 1;
  };
  for (let server = 0; server < t.servers; server++) {
    of(wwn.nodeName(server));
    of(wwn.baseNodeName(server));
    for (let port = 0; port < t.portFabrics.length; port++) {
      of(wwn.portName(server, port));
      of(wwn.basePortName(server, port));
    }
  }
  return {
    names,
    node: (server) => of(wwn.nodeName(server)),
    port: (server, port) => of(wwn.portName(server, port)),
    baseNode: (server) => of(wwn.baseNodeName(server)),
    basePort: (server, port) => of(wwn.basePortName(server, port)),
    hostNode: (host) => of(wwn.hostNodeName(host)),
    hostPort: (host, port) => of(wwn.hostPortName(host, port)),
  };
}

/** Ids for files, commands and links; labels for the screen. Row 0 of each table is nobody. */
export function callThings(t: Topology): Pick<Plan, 'ids' | 'labels'> {
  const ids: Record<string, string[]> = {};
  const labels: Record<string, string[]> = {};
  const call = (table: string, id: string, label: string): void => {
    (ids[table] ??= ['']).push(id);
    (labels[table] ??= ['']).push(label);
  };
  const ports = t.portFabrics.length;
  for (let server = 0; server < t.servers; server++) {
    const letter = wwn.serverLetter(server);
    call('server', letter, `Server ${letter}`);
    call('shelf', `shelf${server + 1}`, `Shelf ${server + 1}`);
    if (server % 2 === 1) {
      const pair = `${wwn.serverLetter(server - 1)}-${letter}`;
      call('interconnect', `interconnect.${pair}`, `Interconnect ${pair}`);
    }
    for (let port = 0; port < ports; port++) {
      const id = `${letter}.p${port}`;
      call('port', id, `Port ${port + 1}`);
      call('cable', `${id}.cable`, `Cable of ${letter}, port ${port + 1}`);
      call('vport', `${id}.base`, `${letter}${port + 1} base`);
      call('vport', `${id}.P`, `${letter}${port + 1}`);
      call('vport', `${id}.S1`, `${letter} ${port + 1}/S1`);
      call('vport', `${id}.S2`, `${letter} ${port + 1}/S2`);
    }
    for (let disk = 0; disk < t.disksPerServer; disk++) {
      call('disk', `${letter}.d${disk}`, `Disk ${disk + 1} of ${letter}`);
    }
    for (let lun = 0; lun < t.lunsPerServer; lun++) {
      const number = server * t.lunsPerServer + lun;
      call('lun', `lun${number}`, `LUN ${number}`);
    }
  }
  const fabrics = Math.max(...t.portFabrics, ...t.hostPortFabrics);
  for (let fabric = 1; fabric <= fabrics; fabric++)
    call('fabric', `F${fabric}`, `Fabric ${fabric}`);
  for (let host = 0; host < t.hosts; host++) {
    const letter = wwn.hostLetter(host, t.servers);
    call('host', letter, `Host ${letter}`);
    for (let port = 0; port < t.hostPortFabrics.length; port++) {
      call('hostPort', `${letter}.h${port}`, `h${port + 1}`);
      call('cable', `${letter}.h${port}.cable`, `Cable of host ${letter}, h${port + 1}`);
    }
  }
  return { ids, labels };
}

/** What a scenario file may speak of: the things of its topology, and their names. */
export class Things {
  private readonly tables = new Map<string, TableName>();
  private readonly rows: Rows;
  readonly names: readonly string[];

  constructor(topology: Topology, mode: Mode) {
    this.rows = rowsOf(topology, mode);
    this.names = namesOf(topology);
    for (const [table, ids] of Object.entries(callThings(topology).ids)) {
      for (const id of ids.slice(1)) this.tables.set(id, table as TableName);
    }
  }

  /** The table of the thing with this id: one that is called something, or `path.3`. */
  tableOf(id: string): TableName | null {
    const called = this.tables.get(id);
    if (called) return called;
    const [, table = '', row = ''] = /^([a-zA-Z]+)\.([1-9]\d{0,8})$/.exec(id) ?? [];
    const rows = Object.hasOwn(this.rows, table) ? this.rows[table as TableName] : 0;
    return Number(row) >= 1 && Number(row) <= rows ? (table as TableName) : null;
  }

  /** Ids of the things of a table, in order; those of all tables for `any`. */
  ids(table: TableName | 'any'): readonly string[] {
    return [...this.tables].filter(([, of]) => table === 'any' || of === table).map(([id]) => id);
  }
}

/** The names that virtual ports, base ports and host ports can have. */
function namesOf(t: Topology): readonly string[] {
  const naming = namingOf(t);
  for (let host = 0; host < t.hosts; host++) {
    naming.hostNode(host);
    for (let port = 0; port < t.hostPortFabrics.length; port++) naming.hostPort(host, port);
  }
  return naming.names;
}
