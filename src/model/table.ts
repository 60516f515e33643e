/**
 * Tables: the world is a few of them, one row per thing, one column per field.
 *
 * Row 0 of every table is nobody, so a reference of 0 means "none" and a freed row is all zeros.
 * All columns lie in one ArrayBuffer: a checkpoint is a copy of bytes, a hash is a walk over words.
 */

/** What a cell holds. Times are Float64 microseconds; everything else is one 32-bit integer. */
export type ColumnKind =
  'reference' | 'state' | 'name' | 'address' | 'count' | 'flag' | 'word' | 'time';

export interface Column {
  readonly kind: ColumnKind;
  /** One sentence for the inspector, the model page and the trace schema. */
  readonly about: string;
  /** The table a reference points to, or the chart a state belongs to. */
  readonly of?: string;
  /** What the numbers of a word column mean. */
  readonly words?: readonly string[];
  readonly unit?: string;
  /** Claim number, standard or product document the field comes from. */
  readonly source?: string;
}

type More = Pick<Column, 'unit' | 'source'>;

export const reference = (of: string, about: string, more: More = {}) =>
  ({ kind: 'reference', of, about, ...more }) as const;
export const state = (of: string, about: string, more: More = {}) =>
  ({ kind: 'state', of, about, ...more }) as const;
/** A World Wide Name, as an index into the names of the scenario; 0 is no name. */
export const name = (about: string, more: More = {}) => ({ kind: 'name', about, ...more }) as const;
/** A 24-bit Fibre Channel address; 0 is no address. */
export const address = (about: string, more: More = {}) =>
  ({ kind: 'address', about, ...more }) as const;
export const count = (about: string, more: More = {}) =>
  ({ kind: 'count', about, ...more }) as const;
export const flag = (about: string, more: More = {}) => ({ kind: 'flag', about, ...more }) as const;
export const word = (words: readonly string[], about: string, more: More = {}) =>
  ({ kind: 'word', words, about, ...more }) as const;
export const time = (about: string, more: More = {}) =>
  ({ kind: 'time', unit: 'µs', about, ...more }) as const;

export type Columns = Readonly<Record<string, Column>>;
export type Schema = Readonly<Record<string, Columns>>;

type Cells = Float64Array | Int32Array;
type CellsOf<C extends Column> = C['kind'] extends 'time' ? Float64Array : Int32Array;

/** One table of a world: its typed arrays by column name. */
export type Table<C extends Columns> = {
  readonly [K in keyof C]: CellsOf<C[K]>;
} & {
  /** Rows, including row 0, which is nobody. Real rows are 1 to `rows - 1`. */
  readonly rows: number;
  /** Every column, for what is done to a whole row. */
  readonly columns: readonly Cells[];
};

export type Tables<S extends Schema> = { readonly [T in keyof S]: Table<S[T]> };

export interface Store<S extends Schema> {
  readonly buffer: ArrayBuffer;
  /** The whole buffer as 32-bit words, for hashing and copying. */
  readonly words: Int32Array;
  readonly tables: Tables<S>;
}

/** Bytes that one row of the table takes. */
function bytesPerRow(columns: Columns): { time: number; other: number } {
  let time = 0;
  let other = 0;
  for (const column of Object.values(columns)) {
    if (column.kind === 'time') time += 8;
    else other += 4;
  }
  return { time, other };
}

/**
 * Lays the tables of a schema into one buffer.
 * @param rows rows of each table, row 0 not counted
 * @param from bytes of another store of the same shape to stand on instead of zeros
 */
export function layOut<S extends Schema>(
  schema: S,
  rows: { readonly [T in keyof S]: number },
  from?: ArrayBuffer,
): Store<S> {
  let size = 0;
  for (const [table, columns] of Object.entries(schema)) {
    const bytes = bytesPerRow(columns);
    size += ((rows[table] ?? 0) + 1) * (bytes.time + bytes.other);
    size = Math.ceil(size / 8) * 8;
  }
  const buffer = from ?? new ArrayBuffer(size);
  if (buffer.byteLength !== size) {
    throw new Error(`A world of ${size} bytes cannot stand on ${buffer.byteLength} bytes`);
  }
  const tables: Record<string, unknown> = {};
  let offset = 0;
  for (const [table, columns] of Object.entries(schema)) {
    const length = (rows[table] ?? 0) + 1;
    const all: Cells[] = [];
    const cells: Record<string, unknown> = { rows: length, columns: all };
    for (const [key, column] of Object.entries(columns)) {
      if (column.kind !== 'time') continue;
      all.push((cells[key] = new Float64Array(buffer, offset, length)));
      offset += 8 * length;
    }
    for (const [key, column] of Object.entries(columns)) {
      if (column.kind === 'time') continue;
      all.push((cells[key] = new Int32Array(buffer, offset, length)));
      offset += 4 * length;
    }
    offset = Math.ceil(offset / 8) * 8;
    tables[table] = cells;
  }
  return { buffer, words: new Int32Array(buffer), tables: tables as Tables<S> };
}

/** Zeroes every cell of one row, so that a freed row leaves no trace in hashes. */
export function free({ columns }: { readonly columns: readonly Cells[] }, row: number): void {
  for (const cells of columns) cells[row] = 0;
}

/** The number that stands for each word of a column of words. */
export const numbersOf = <Word extends string>(
  words: readonly Word[],
): Readonly<Record<Word, number>> =>
  Object.fromEntries(words.map((word, i) => [word, i])) as Record<Word, number>;

/** A 32-bit hash of the whole store (FNV-1a over words): equal bytes give equal hashes. */
export function hashOf(store: { readonly words: Int32Array }): number {
  const words = store.words;
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) {
    hash = Math.imul(hash ^ words[i]!, 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
