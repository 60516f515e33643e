import type { World } from '../model/world.ts';

/** A table in the shape that engineers of a product know from its command line, in our own wording. */
export interface Readout {
  /** `showport`: what it is asked for by. */
  readonly id: string;
  readonly title: string;
  /** What it tells, in one sentence. */
  readonly about: string;
  /** The product document that the shape comes from. */
  readonly source: string;
  readonly columns: readonly string[];
  /** One list of texts per row, as many as there are columns. */
  readonly rows: (w: World) => readonly (readonly string[])[];
}

/** Rows of a table that are in use: row 0 is nobody. */
export const rowsOf = (table: { readonly rows: number }): number[] =>
  Array.from({ length: table.rows - 1 }, (_, i) => i + 1);

/** `010201` from an address; nothing from 0. */
export const fcid = (address: number): string =>
  address === 0 ? '' : address.toString(16).padStart(6, '0');

/** A World Wide Name in full; nothing for the empty name. */
export const wwn = (w: World, name: number): string => w.plan.names[name] ?? '';
