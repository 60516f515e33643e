import { kindList, kindNames } from '../model/kinds.ts';
import { operandAt } from '../model/fact.ts';
import { idOf } from '../model/plan.ts';
import type { Plan, Thing } from '../model/plan.ts';
import type { TableName } from '../model/schema.ts';
import { worldOf } from '../model/world.ts';
import type { World } from '../model/world.ts';
import { fields } from '../trace/fields.ts';
import { Quoted } from '../trace/quoted.ts';

/**
 * What is part of what, from the whole to its parts: rows of `table` whose column names a row that
 * belongs. Only columns that never change stand here, so the world of moment 0 answers.
 */
const parts: readonly (readonly [TableName, TableName, (w: World) => Int32Array])[] = [
  ['server', 'port', (w) => w.port.server],
  ['port', 'vport', (w) => w.vport.port],
  ['port', 'cable', (w) => w.cable.port],
  ['server', 'shelf', (w) => w.shelf.home],
  ['shelf', 'disk', (w) => w.disk.shelf],
  ['server', 'lun', (w) => w.lun.home],
  ['lun', 'block', (w) => w.block.lun],
  ['host', 'hostPort', (w) => w.hostPort.host],
  ['hostPort', 'cable', (w) => w.cable.hostPort],
  ['hostPort', 'path', (w) => w.path.hostPort],
  ['fabric', 'switchPort', (w) => w.switchPort.fabric],
];

type Rows = Map<TableName, Uint8Array>;

/** The thing and all of its parts, 1 for each row that belongs, by table. */
function rowsOf(w: World, { table, row }: Thing): Rows {
  const rows: Rows = new Map();
  const mark = (table: TableName, row: number): void => {
    const known = rows.get(table) ?? new Uint8Array(w.plan.rows[table] + 1);
    known[row] = 1;
    rows.set(table, known);
  };
  mark(table, row);
  // Wholes stand before their parts in the list, so once through it is enough.
  for (const [whole, part, column] of parts) {
    const wholes = rows.get(whole);
    if (!wholes) continue;
    const of = column(w);
    for (let row = 1; row < of.length; row++) if (wholes[of[row]!]) mark(part, row);
  }
  return rows;
}

/** World Wide Names that belong to these rows, 1 for each. */
function namesOf(w: World, rows: Rows): Uint8Array {
  const names = new Uint8Array(w.plan.names.length);
  const take = (marks: Uint8Array | undefined, column: Int32Array): void =>
    marks?.forEach((mark, row) => mark && (names[column[row]!] = 1));
  // A secondary stands by for a name of somebody else; a primary’s name is its own.
  const primaries = rows.get('vport')?.map((mark, row) => mark && +(w.vport.home[row] === row));
  take(primaries, w.vport.portName);
  take(primaries, w.vport.nodeName);
  take(rows.get('hostPort'), w.hostPort.portName);
  names[0] = 0;
  return names;
}

/**
 * A test whether a packed fact concerns a thing: one of its operands is a reference to it or to a
 * part of it, or a name of it.
 */
export function concerns(
  plan: Plan,
  thing: Thing,
): (words: Int32Array, i: number, kind: number) => boolean {
  const w = worldOf(plan);
  const rows = rowsOf(w, thing);
  const names = namesOf(w, rows);
  const quoted = new Quoted(plan);
  const ids = new Set(
    [...rows].flatMap(([table, marks]) =>
      [...marks.keys()]
        .filter((row) => marks[row])
        .map((row) => JSON.stringify(idOf(plan, { table, row }))),
    ),
  );
  /** By kind: the operands to look at, and which of their values belong. */
  const looks = kindList.map(({ operands }) =>
    operands.flatMap(({ kind, of }, place) => {
      const marks =
        kind === 'name' ? names : kind === 'reference' ? rows.get(of as TableName) : undefined;
      return marks ? [{ place, marks }] : [];
    }),
  );
  /** By kind: fields that may name a thing of any table. */
  const open = kindNames.map((name) =>
    fields[name].filter(({ type }) => type.kind === 'thing' && type.of === 'any'),
  );
  return (words, i, kind) => {
    for (const { place, marks } of looks[kind]!) if (marks[operandAt(words, i, place)]) return true;
    return open[kind]!.some(({ text }) =>
      ids.has(
        text(
          quoted,
          operandAt(words, i, 0),
          operandAt(words, i, 1),
          operandAt(words, i, 2),
          operandAt(words, i, 3),
        ),
      ),
    );
  };
}
