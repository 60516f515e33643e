import { addressOf } from '../model/address.ts';
import { configurationOf } from '../charts/index.ts';
import { isVirtual } from '../model/modes.ts';
import { roles } from '../model/wordLists.ts';
import type { Settings } from '../model/plan.ts';
import type { WorldTables } from '../model/schema.ts';
import { hasName, pairOf, rolesOf } from './portDesign.ts';
import type { Role } from './portDesign.ts';
import { serverLetter } from './names.ts';
import type { Topology } from './scenario.ts';

/** Slots of a physical port: base, primary, secondary for the partner, secondary for the sibling. */
export const slotsPerPort = 4;
export const blocksPerLun = 8;

/** Every name, row by row, as the settled world refers to them. */
export interface Naming {
  readonly names: readonly string[];
  readonly node: (server: number) => number;
  readonly port: (server: number, port: number) => number;
  readonly baseNode: (server: number) => number;
  readonly basePort: (server: number, port: number) => number;
  readonly hostNode: (host: number) => number;
  readonly hostPort: (host: number, port: number) => number;
}

const role = (is: Role): number => roles.indexOf(is);

/** Fills the tables of a cluster in which everything works, everybody is logged in, nothing waits. */
export function settle(w: WorldTables, t: Topology, naming: Naming, settings: Settings): void {
  const build = new Builder(w, t, naming, settings);
  build.servers();
  build.hosts();
  build.paths();
  build.disks();
}

/** Rows of things by their place in the topology, all counted from 0. */
class Builder {
  private readonly w: WorldTables;
  private readonly t: Topology;
  private readonly naming: Naming;
  private readonly ports: number;
  private readonly crossed: boolean;
  private readonly anyFabric: boolean;
  private readonly mode: Settings['failoverMode'];
  /** Switch ports handed out so far, per fabric: the area byte of addresses. */
  private readonly areas: number[] = [];
  private logins = 0;
  private entries = 0;
  private switchPorts = 0;

  constructor(w: WorldTables, t: Topology, naming: Naming, settings: Settings) {
    this.w = w;
    this.t = t;
    this.naming = naming;
    this.crossed = settings.partnerPorts === 'crossed';
    this.anyFabric = settings.siblingFabric === 'any';
    this.mode = settings.failoverMode;
    this.ports = t.portFabrics.length;
  }

  private portRow(server: number, port: number): number {
    return server * this.ports + port + 1;
  }

  private slotRow(server: number, port: number, slot: number): number {
    return (this.portRow(server, port) - 1) * slotsPerPort + slot + 1;
  }

  /** A switch port with this cable in it; returns its number in the fabric. */
  private plug(cable: number, fabric: number): number {
    const { w } = this;
    const row = ++this.switchPorts;
    const area = (this.areas[fabric] = (this.areas[fabric] ?? 0) + 1);
    w.cable.switchPort[cable] = row;
    w.switchPort.fabric[row] = fabric;
    w.switchPort.number[row] = area;
    w.switchPort.cable[row] = cable;
    w.switchPort.state[row] = configurationOf('switchPort', 'lit');
    return area;
  }

  private address(fabric: number, area: number, low: number): number {
    return addressOf(this.w.fabric.domain[fabric]!, this.w.fabric.rows - 1, area, low);
  }

  private logIn(
    switchPort: number,
    address: number,
    portName: number,
    nodeName: number,
    vport: number,
  ): void {
    const { login, switchPort: switchPorts } = this.w;
    const row = ++this.logins;
    login.fabric[row] = switchPorts.fabric[switchPort]!;
    login.switchPort[row] = switchPort;
    login.address[row] = address;
    login.portName[row] = portName;
    login.nodeName[row] = nodeName;
    login.vport[row] = vport;
  }

  private register(fabric: number, address: number, portName: number, nodeName: number): void {
    const { nameEntry } = this.w;
    const row = ++this.entries;
    nameEntry.fabric[row] = fabric;
    nameEntry.portName[row] = portName;
    nameEntry.nodeName[row] = nodeName;
    nameEntry.address[row] = address;
  }

  servers(): void {
    const { w, t } = this;
    for (let fabric = 1; fabric < w.fabric.rows; fabric++) {
      w.fabric.domain[fabric] = fabric;
      w.fabric.notice[fabric] = configurationOf('fabricNotice', 'quiet');
      w.fabric.power[fabric] = configurationOf('fabricSwitch', 'on');
    }
    for (let server = 0; server < t.servers; server++) {
      const row = server + 1;
      const partner = server ^ 1;
      const link = (server >> 1) + 1;
      w.server.partner[row] = partner + 1;
      w.server.interconnect[row] = link;
      if (server % 2 === 0) w.interconnect.a[link] = row;
      else w.interconnect.b[link] = row;
      w.server.life[row] = configurationOf('server', 'up');
      w.server.monitor[row] = configurationOf('failoverMonitor', 'off');
      w.server.watch[row] = configurationOf('partnerWatch', 'off');
      w.server.pulse[row] = configurationOf('pulse', 'quiet');
      w.server.heardLast[row] = 0x7f;
      w.server.mirrorInStep[row] = 1;
      w.server.logMirrored[row] = 1;
      w.shelf.home[row] = row;
      for (let port = 0; port < this.ports; port++) this.port(server, port);
    }
  }

  private port(server: number, port: number): void {
    const { w, t, naming } = this;
    const row = this.portRow(server, port);
    const fabric = t.portFabrics[port]!;
    const sibling = this.siblingOf(port);
    w.port.server[row] = server + 1;
    w.port.number[row] = port + 1;
    w.port.fabric[row] = fabric;
    w.port.cable[row] = row;
    w.port.sibling[row] = sibling < 0 || !isVirtual(this.mode) ? 0 : this.portRow(server, sibling);
    const pair = pairOf(this.mode, port, this.ports, this.crossed);
    w.port.pairPort[row] = this.portRow(server ^ 1, pair);
    w.port.monitor[row] = configurationOf('physicalPort', 'online');
    w.port.light[row] = 1;
    w.port.capacity[row] = t.portCapacity;
    w.cable.port[row] = row;
    const area = this.plug(row, fabric);
    w.switchPort.beyond[w.cable.switchPort[row]!] = server & 1;
    const homes = [
      this.slotRow(server, port, 0),
      this.slotRow(server, port, 1),
      this.slotRow(server ^ 1, pair, 1),
      // With more than two ports in a fabric each name still has exactly one sibling to go to.
      this.siblingHome(server, port),
    ];
    for (const [slot, is] of rolesOf(this.mode, this.isPlain(server), port, this.ports).entries()) {
      const vport = this.slotRow(server, port, slot);
      w.vport.port[vport] = row;
      w.vport.slot[vport] = slot;
      w.vport.role[vport] = role(is);
      const exported = is === 'PRIMARY' || is === 'PHYSICAL';
      const active = exported || is === 'BASE';
      w.vport.home[vport] = is === 'SPARE' ? 0 : homes[slot]!;
      w.vport.state[vport] = configurationOf('virtualPort', active ? 'active' : 'standby');
      if (!active) continue;
      const virtual = is === 'PRIMARY';
      // The two servers of a single image say that they are one node (cfmode single_image).
      const single = this.mode === 'multipathing-only';
      const node = virtual ? naming.node(single ? server & ~1 : server) : naming.baseNode(server);
      const name = virtual ? naming.port(server, port) : naming.basePort(server, port);
      // A port’s own login has 0 as its low byte, exported or not.
      const low = virtual && isVirtual(this.mode) ? slot : 0;
      const address = this.address(fabric, area, low);
      w.vport.nodeName[vport] = node;
      w.vport.portName[vport] = name;
      w.vport.enabled[vport] = 1;
      w.vport.generation[vport] = 1;
      w.vport.address[vport] = address;
      this.logIn(w.cable.switchPort[row]!, address, name, node, vport);
      if (exported) this.register(fabric, address, name, node);
    }
  }

  private isPlain(server: number): boolean {
    return this.t.plainServers.includes(serverLetter(server));
  }

  /** The port of the same server that carries this one’s name when it fails; -1 when none may. */
  private siblingOf(port: number): number {
    const { portFabrics } = this.t;
    const same = portFabrics.findIndex((fabric, i) => i !== port && fabric === portFabrics[port]);
    return same < 0 && this.anyFabric ? portFabrics.findIndex((_, i) => i !== port) : same;
  }

  /** The primary that this port’s sibling slot stands by for; 0 when no port chose this sibling. */
  private siblingHome(server: number, port: number): number {
    const home = this.t.portFabrics.findIndex((_, i) => this.siblingOf(i) === port);
    return home < 0 ? 0 : this.slotRow(server, home, 1);
  }

  hosts(): void {
    const { w, t, naming } = this;
    const cables = t.servers * this.ports;
    for (let host = 0; host < t.hosts; host++) {
      w.host.running[host + 1] = 1;
      w.host.multipath[host + 1] = t.multipath ? 1 : 0;
      for (const [port, fabric] of t.hostPortFabrics.entries()) {
        const row = host * t.hostPortFabrics.length + port + 1;
        const cable = cables + row;
        w.hostPort.host[row] = host + 1;
        w.hostPort.number[row] = port + 1;
        w.hostPort.fabric[row] = fabric;
        w.hostPort.cable[row] = cable;
        w.hostPort.state[row] = configurationOf('hostPort', 'online');
        w.hostPort.portName[row] = naming.hostPort(host, port);
        w.hostPort.nodeName[row] = naming.hostNode(host);
        w.hostPort.light[row] = 1;
        w.cable.hostPort[cable] = row;
        const area = this.plug(cable, fabric);
        const address = this.address(fabric, area, 0);
        w.hostPort.address[row] = address;
        this.logIn(
          w.cable.switchPort[cable]!,
          address,
          w.hostPort.portName[row]!,
          w.hostPort.nodeName[row]!,
          0,
        );
      }
    }
  }

  /** One zone and one path for each name that a host port can see. */
  paths(): void {
    const { w, t } = this;
    let row = 0;
    for (let hostPort = 1; hostPort < w.hostPort.rows; hostPort++) {
      const fabric = w.hostPort.fabric[hostPort]!;
      for (let server = 0; server < t.servers; server++) {
        for (let port = 0; port < this.ports; port++) {
          if (t.portFabrics[port] !== fabric || !hasName(this.mode, port, this.ports)) continue;
          const home = this.slotRow(server, port, 1);
          row++;
          w.path.host[row] = w.hostPort.host[hostPort]!;
          w.path.hostPort[row] = hostPort;
          w.path.home[row] = home;
          w.path.portName[row] = w.vport.portName[home]!;
          w.path.state[row] = configurationOf('hostPath', 'online');
          w.path.address[row] = w.vport.address[home]!;
          w.path.configured[row] = w.vport.address[home]!;
          w.zone.fabric[row] = fabric;
          w.zone.initiator[row] = w.hostPort.portName[hostPort]!;
          w.zone.target[row] = w.vport.portName[home]!;
          w.zone.switchPort[row] = w.cable.switchPort[w.port.cable[this.portRow(server, port)]!]!;
        }
      }
    }
  }

  disks(): void {
    const { w, t } = this;
    const perLun = t.disksPerServer / t.lunsPerServer;
    for (let disk = 1; disk < w.disk.rows; disk++) {
      const server = Math.floor((disk - 1) / t.disksPerServer) + 1;
      w.disk.shelf[disk] = server;
      w.disk.home[disk] = server;
      w.disk.owner[disk] = server;
      w.disk.homeView[disk] = server;
      w.disk.partnerView[disk] = server;
      w.disk.lun[disk] = Math.floor((disk - 1) / perLun) + 1;
      w.disk.state[disk] = configurationOf('disk', 'settled');
      w.disk.health[disk] = configurationOf('diskHealth', 'working');
    }
    for (let lun = 1; lun < w.lun.rows; lun++) {
      w.lun.number[lun] = lun - 1;
      w.lun.home[lun] = Math.floor((lun - 1) / t.lunsPerServer) + 1;
      // LUNs go round the hosts, so that each host uses some of every server.
      w.lun.host[lun] = ((lun - 1) % t.hosts) + 1;
      w.lun.firstBlock[lun] = (lun - 1) * blocksPerLun + 1;
      w.lun.blocks[lun] = blocksPerLun;
      w.lun.firstDisk[lun] = (lun - 1) * perLun + 1;
      w.lun.disks[lun] = perLun;
      for (let block = 0; block < blocksPerLun; block++) {
        w.block.lun[w.lun.firstBlock[lun]! + block] = lun;
      }
    }
  }
}
