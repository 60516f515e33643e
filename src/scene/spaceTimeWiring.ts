import type { Plan } from '../model/plan.ts';
import type { TableName } from '../model/schema.ts';
import { worldOf } from '../model/world.ts';
import type { World } from '../model/world.ts';
import { placeTables } from './spaceTimeMarks.ts';
import type { PlaceTable } from './spaceTimeMarks.ts';

/** Where things are, which nothing changes during a run: places are numbered from top to bottom. */
export class Wiring {
  /** The world at moment 0: only of its columns that stay as they are may anything be asked later. */
  readonly start: World;
  readonly count: number;
  private readonly firstOf: Readonly<Record<PlaceTable, number>>;

  constructor(plan: Plan) {
    this.start = worldOf(plan);
    let next = 0;
    const firstOf: Partial<Record<PlaceTable, number>> = {};
    for (const table of placeTables) {
      firstOf[table] = next;
      next += plan.rows[table];
    }
    this.firstOf = firstOf as Record<PlaceTable, number>;
    this.count = next;
  }

  place(table: PlaceTable, row: number): number {
    return this.firstOf[table] + row - 1;
  }

  /** The thing that a place is. */
  thing(place: number): { readonly table: PlaceTable; readonly row: number } {
    const table = placeTables.findLast((each) => this.firstOf[each] <= place)!;
    return { table, row: place - this.firstOf[table] + 1 };
  }

  /** The place that a thing belongs to: a disk to its shelf, a path to its host; -1 for none. */
  placeOf(table: TableName, row: number): number {
    const w = this.start;
    if (row === 0) return -1;
    const via = (to: PlaceTable, at: number): number => (at === 0 ? -1 : this.place(to, at));
    if ((placeTables as readonly string[]).includes(table)) return via(table as PlaceTable, row);
    if (table === 'vport') return via('port', w.vport.port[row]!);
    if (table === 'disk') return via('shelf', w.disk.shelf[row]!);
    if (table === 'lun') return via('server', w.lun.home[row]!);
    if (table === 'hostPort') return via('host', w.hostPort.host[row]!);
    if (table === 'path') return via('host', w.path.host[row]!);
    if (table === 'switchPort') return via('fabric', w.switchPort.fabric[row]!);
    if (table === 'interconnect') return via('server', w.interconnect.a[row]!);
    if (table === 'cable') {
      const port = w.cable.port[row]!;
      return port ? this.place('port', port) : this.placeOf('hostPort', w.cable.hostPort[row]!);
    }
    return -1;
  }

  portOf(vport: number): number {
    return this.place('port', this.start.vport.port[vport]!);
  }

  fabricOf(vport: number): number {
    return this.place('fabric', this.start.port.fabric[this.start.vport.port[vport]!]!);
  }

  serverOf(vport: number): number {
    return this.start.port.server[this.start.vport.port[vport]!]!;
  }

  /** The fabric that a path leaves its host into. */
  fabricOfPath(path: number): number {
    const { path: paths, hostPort } = this.start;
    return this.place('fabric', hostPort.fabric[paths.hostPort[path]!]!);
  }
}
