import type { World } from '../model/world.ts';
import { keep } from './keep.ts';

type Cells = Float64Array | Int32Array;

/** A column that some part has read. */
interface Seen {
  readonly cells: Cells;
  /** What stood in it when it was looked at last. */
  readonly before: Cells;
  /** The look that found it changed last. */
  changed: number;
}

interface Part {
  readonly value: unknown;
  readonly from: readonly unknown[];
  /** The columns that were read for it: where they are as they were, so is what was told of them. */
  readonly read: readonly Seen[];
  told: number;
}

/**
 * Tells a part of a picture, from a world and what else it is made from. Parts stand side by side:
 * none is told inside another.
 */
export type Tell = <T>(part: string, of: () => T, ...from: readonly unknown[]) => T;

/** Tells every part anew. */
export const anew: Tell = (_part, of) => of();

/**
 * Remembers the parts of a picture, and which columns of the world each of them read: a part is
 * told again only when one of these has changed. What it answers is the same as without it, as
 * `tests/scene/memo.test.ts` holds; a moment at which disks change hands costs the shelves alone.
 */
export class Memo {
  /** The world to tell from: what is read of it is noted. */
  readonly world: World;
  /** The world itself. */
  readonly of: World;
  private looks = 0;
  private noted: Seen[] = [];
  private readonly seen: Seen[] = [];
  private readonly parts = new Map<string, Part>();

  constructor(of: World) {
    this.of = of;
    const tables = Object.entries(of.store.tables).map(([table, columns]) => [
      table,
      this.watched(columns),
    ]);
    this.world = { ...of, ...(Object.fromEntries(tables) as object) };
  }

  /** Looks for changes; to be called before parts are told of a world that has moved. */
  look(): void {
    this.looks++;
    for (const column of this.seen) {
      const { cells, before } = column;
      for (let row = 0; row < cells.length; row++) {
        if (cells[row] === before[row]) continue;
        before.set(cells);
        column.changed = this.looks;
        break;
      }
    }
  }

  readonly tell: Tell = (name, of, ...from) => {
    const known = this.parts.get(name);
    type Value = ReturnType<typeof of>;
    if (
      known &&
      from.every((each, i) => each === known.from[i]) &&
      known.read.every(({ changed }) => changed <= known.told)
    ) {
      known.told = this.looks;
      return known.value as Value;
    }
    this.noted = [];
    const value = keep(known?.value as Value | undefined, of());
    this.parts.set(name, { value, from, read: [...new Set(this.noted)], told: this.looks });
    return value;
  };

  /** A table whose columns are noted as they are read. */
  private watched(table: object): object {
    const watched = {};
    for (const [name, cells] of Object.entries(table)) {
      if (!(cells instanceof Float64Array || cells instanceof Int32Array)) {
        Object.defineProperty(watched, name, { value: cells as unknown });
        continue;
      }
      let seen: Seen | null = null;
      let noted: Seen[] | null = null;
      Object.defineProperty(watched, name, {
        get: () => {
          if (noted === this.noted) return cells;
          if (!seen) this.seen.push((seen = { cells, before: cells.slice(), changed: 0 }));
          noted = this.noted;
          noted.push(seen);
          return cells;
        },
      });
    }
    return watched;
  }
}
