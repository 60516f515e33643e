import { properties } from '../properties/index.ts';
import type { Plan } from '../model/plan.ts';
import type { Rows } from '../model/schema.ts';
import { schema } from '../model/schema.ts';
import { layOut } from '../model/table.ts';
import * as wwn from './names.ts';
import type { Scenario, Topology } from './scenario.ts';
import { blocksPerLun, settle, slotsPerPort } from './settle.ts';
import type { Naming } from './settle.ts';

/** How many rows each table needs. */
function rowsOf(t: Topology): Rows {
  const ports = t.servers * t.portFabrics.length;
  const hostPorts = t.hosts * t.hostPortFabrics.length;
  const fabrics = Math.max(...t.portFabrics, ...t.hostPortFabrics);
  const luns = t.servers * t.lunsPerServer;
  let paths = 0;
  for (const hostFabric of t.hostPortFabrics) {
    paths += t.hosts * t.servers * t.portFabrics.filter((fabric) => fabric === hostFabric).length;
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

function namingOf(t: Topology): Naming {
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
function callThings(t: Topology): Pick<Plan, 'ids' | 'labels'> {
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
    const letter = wwn.hostLetter(host);
    call('host', letter, `Host ${letter}`);
    for (let port = 0; port < t.hostPortFabrics.length; port++) {
      call('hostPort', `${letter}.h${port}`, `h${port + 1}`);
      call('cable', `${letter}.h${port}.cable`, `Cable of host ${letter}, h${port + 1}`);
    }
  }
  return { ids, labels };
}

/** A checksum of what a program does: the same for the same cluster, settings, seed and script. */
function checksumOf({ topology, settings, script }: Scenario): number {
  let sum = 0x811c9dc5;
  const text = JSON.stringify([topology, settings, script]);
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  // Never 0, which means that there is no program, and never negative, so that it reads well.
  return (sum >>> 1) | 1;
}

/** A settled, logged-in cluster with its workload running: moment 0 of a run. */
export function planOf(scenario: Scenario): Plan {
  const rows = rowsOf(scenario.topology);
  const naming = namingOf(scenario.topology);
  const store = layOut(schema, rows);
  settle(store.tables, scenario.topology, naming);
  return {
    id: scenario.id,
    title: scenario.title,
    settings: scenario.settings,
    rows,
    names: naming.names,
    ...callThings(scenario.topology),
    start: store.buffer,
    remarks: scenario.remarks,
    program: scenario.program ? checksumOf(scenario) : 0,
  };
}
