import type { Plan, Thing } from '../model/plan.ts';
import { labelOf } from '../model/plan.ts';
import { placeTables } from './spaceTimeMarks.ts';
import type { PlaceTable } from './spaceTimeMarks.ts';
import type { Wiring } from './spaceTimeWiring.ts';

/** One row of the diagram: a place, or a folded group of places. All lengths in px. */
export interface Row {
  /** `table.row`, or `table` for a folded group. */
  readonly key: string;
  readonly table: PlaceTable;
  /** 0 for a folded group. */
  readonly row: number;
  readonly label: string;
  readonly top: number;
  readonly height: number;
  /** The middle of what is drawn on it. */
  readonly y: number;
}

/** The button that folds a group stands at its first row. */
export interface Group {
  readonly table: PlaceTable;
  readonly title: string;
  readonly folded: boolean;
  readonly y: number;
}

export interface RowLayout {
  readonly rows: readonly Row[];
  readonly groups: readonly Group[];
  /** The middle of the row of each place; NaN for a place that is not shown. */
  readonly ys: Float64Array;
  /** Height of the row of each place; 0 where its group is folded. */
  readonly heights: Float64Array;
  readonly height: number;
}

const titles: Readonly<Record<PlaceTable, readonly [one: string, many: string]>> = {
  host: ['host', 'hosts'],
  fabric: ['fabric', 'fabrics'],
  port: ['port', 'ports'],
  server: ['server', 'servers'],
  shelf: ['shelf', 'shelves'],
};

/** The least height of a row, px. */
const least: Readonly<Record<PlaceTable, number>> = {
  host: 24,
  fabric: 24,
  port: 32,
  server: 28,
  shelf: 42,
};
const foldedHeight = 24;
/** So many times its least height a row grows at most. */
const tallest = 2.1;
/** Room above the first row for what is said about the whole, and below the last. */
export const head = 26;
const foot = 6;
/** Where there is no margin, the label of a row stands above what is drawn on it. */
export const labelRoom = 15;

/** The servers of the pair that is shown of a fleet; none when all are. */
export type Pair = readonly number[] | null;

/** The pair that a thing belongs to; that of the server that acts when it belongs to none. */
export function pairOfThing(wiring: Wiring, { table, row }: Thing, acting: number): number[] {
  const { port, shelf, server } = wiring.start;
  const place = wiring.placeOf(table, row);
  const thing = place < 0 ? null : wiring.thing(place);
  let one = acting;
  if (thing?.table === 'server') one = thing.row;
  else if (thing?.table === 'port') one = port.server[thing.row]!;
  else if (thing?.table === 'shelf') one = shelf.home[thing.row]!;
  return [one, server.partner[one]!].sort((a, b) => a - b);
}

/** Whether a place has to do with a pair of servers. */
export function isOfPair(wiring: Wiring, place: number, pair: Pair): boolean {
  if (pair === null) return true;
  const { port, vport, path, shelf } = wiring.start;
  const { table, row } = wiring.thing(place);
  if (table === 'server') return pair.includes(row);
  if (table === 'port') return pair.includes(port.server[row]!);
  if (table === 'shelf') return pair.includes(shelf.home[row]!);
  if (table === 'fabric')
    return port.server.some((server, each) => pair.includes(server) && port.fabric[each] === row);
  return path.host.some(
    (host, each) => host === row && pair.includes(port.server[vport.port[path.home[each]!]!]!),
  );
}

/** A port is called by its server and number: `A, port 1`. */
function labelOfPlace(plan: Plan, wiring: Wiring, table: PlaceTable, row: number): string {
  if (table !== 'port') return labelOf(plan, table, row);
  const { port } = wiring.start;
  return `${plan.ids.server?.[port.server[row]!] ?? ''}, port ${port.number[row]}`;
}

/**
 * Lays the rows out from top to bottom. They fill the room that there is, and are never lower than
 * what stands on them needs.
 * @param room height that may be filled, px
 * @param narrow labels stand above their rows, not in a margin
 */
export function layOutRows(
  plan: Plan,
  wiring: Wiring,
  pair: Pair,
  folded: readonly PlaceTable[],
  room: number,
  narrow: boolean,
): RowLayout {
  const extra = narrow ? labelRoom : 0;
  const places = Array.from({ length: wiring.count }, (_, place) => place).filter((place) =>
    isOfPair(wiring, place, pair),
  );
  const list = placeTables.flatMap((table) => {
    const rows = places.filter((place) => wiring.thing(place).table === table);
    if (rows.length === 0) return [];
    const [one, many] = titles[table];
    const label = `${rows.length} ${rows.length === 1 ? one : many}`;
    if (folded.includes(table)) return [{ table, row: 0, label, places: rows }];
    return rows.map((place) => {
      const { row } = wiring.thing(place);
      return { table, row, label: labelOfPlace(plan, wiring, table, row), places: [place] };
    });
  });
  const heightOf = (table: PlaceTable, row: number): number =>
    (row === 0 ? foldedHeight : least[table]) + extra;
  const needed = list.reduce((sum, { table, row }) => sum + heightOf(table, row), 0);
  const growth = Math.max(1, Math.min(tallest, (room - head - foot) / needed));
  const ys = new Float64Array(wiring.count).fill(NaN);
  const heights = new Float64Array(wiring.count);
  const rows: Row[] = [];
  const groups: Group[] = [];
  let top = head;
  for (const { table, row, label, places: here } of list) {
    const height = heightOf(table, row) * (row === 0 ? 1 : growth);
    const y = Math.round(top + extra + (height - extra) / 2) + 0.5;
    if (rows.at(-1)?.table !== table) {
      const at = narrow ? top + labelRoom / 2 : y;
      groups.push({ table, title: titles[table][1], folded: row === 0, y: at });
    }
    rows.push({ key: row === 0 ? table : `${table}.${row}`, table, row, label, top, height, y });
    for (const place of here) {
      ys[place] = y;
      heights[place] = row === 0 ? 0 : height - extra;
    }
    top += height;
  }
  return { rows, groups, ys, heights, height: Math.ceil(top + foot) };
}
