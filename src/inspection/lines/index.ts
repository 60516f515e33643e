import type { Thing } from '../../model/plan.ts';
import type { TableName } from '../../model/schema.ts';
import type { World } from '../../model/world.ts';
import { moment } from '../cells.ts';
import type { Line } from '../page.ts';
import { blockLines, diskLines, lunLines, shelfLines } from './diskLines.ts';
import {
  cableLines,
  fabricLines,
  loginLines,
  nameEntryLines,
  switchPortLines,
  zoneLines,
} from './fabricLines.ts';
import { hostLines, hostPortLines, messageLines, pathLines, requestLines } from './hostLines.ts';
import { line } from './line.ts';
import type { Lines } from './line.ts';
import { interconnectLines, portLines, serverLines, vportLines } from './serverLines.ts';

/** What is said of a thing before all tables, for every kind of thing there is. */
const lines: Readonly<Record<TableName, Lines>> = {
  server: serverLines,
  interconnect: interconnectLines,
  port: portLines,
  vport: vportLines,
  fabric: fabricLines,
  switchPort: switchPortLines,
  cable: cableLines,
  login: loginLines,
  nameEntry: nameEntryLines,
  zone: zoneLines,
  host: hostLines,
  hostPort: hostPortLines,
  path: pathLines,
  lun: lunLines,
  block: blockLines,
  shelf: shelfLines,
  disk: diskLines,
  request: requestLines,
  message: messageLines,
  property: (w, row) => [
    line('Found broken', `${w.property.broken[row]} times`),
    line('For the first time', moment(w.property.firstAt[row]!)),
  ],
};

export const linesOf = (w: World, { table, row }: Thing): readonly Line[] => lines[table](w, row);

const lively: readonly TableName[] = ['server', 'path', 'lun', 'block', 'request', 'message'];

/** Whether routine facts (requests, frames in flight) write what is said of things of this kind. */
export const isLively = ({ table }: Thing): boolean => lively.includes(table);
