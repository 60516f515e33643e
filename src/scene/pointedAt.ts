import type { Thing } from '../model/plan.ts';
import type { TableName } from '../model/schema.ts';
import type { World } from '../model/world.ts';
import { shownOf } from './witnesses.ts';

/**
 * What is meant by pointing at a thing: itself, and what shows it in the picture. For a slot that is
 * all slots of the same name: its home, those that stand by for it, and the one that it lives in now.
 * What is not drawn itself is shown by what it consists of: a path by the host port that it leaves by and
 * the slots of the name that it leads to, a LUN by the disks that it lies on, a switch port by its cable,
 * the base login of a port by the port.
 * @returns keys `table.row`
 */
export function pointedAt(world: World, { table, row }: Thing): readonly string[] {
  const parts = (partsOf[table] ?? shown(table))(world, row);
  return [...new Set([`${table}.${row}`, ...parts])];
}

type Parts = (world: World, row: number) => readonly string[];

const partsOf: Partial<Record<TableName, Parts>> = {
  vport: (world, row) =>
    world.vport.slot[row] === 0
      ? [`port.${world.vport.port[row]}`]
      : slotsOf(world, world.vport.home[row]!),
  path: (world, row) => [
    `hostPort.${world.path.hostPort[row]}`,
    ...slotsOf(world, world.path.home[row]!),
  ],
  lun: ({ lun }, row) =>
    Array.from({ length: lun.disks[row]! }, (_, i) => `disk.${lun.firstDisk[row]! + i}`),
  switchPort: ({ switchPort }, row) => [`cable.${switchPort.cable[row]}`],
  cable: () => [],
};

const shown =
  (table: TableName): Parts =>
  (world, row) => {
    const thing = shownOf(world, { table, row });
    return thing ? [`${thing.table}.${thing.row}`] : [];
  };

/** All slots of the name whose home this is; none for no home. */
function slotsOf({ vport: { home, rows } }: World, meant: number): readonly string[] {
  const keys: string[] = [];
  for (let slot = 1; slot < rows && meant > 0; slot++)
    if (home[slot] === meant) keys.push(`vport.${slot}`);
  return keys;
}
