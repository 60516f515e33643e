import type { Micros } from '../model/time.ts';

/** The groups of rows, from top to bottom: the tables whose rows are places. */
export const placeTables = ['host', 'fabric', 'port', 'server', 'shelf'] as const;
export type PlaceTable = (typeof placeTables)[number];

/** A name lives on a port’s row, from its login until it has gone. */
export interface Band {
  /** The primary virtual port whose name it is. */
  readonly name: number;
  /** Where it lives: a port, as the number of its place. */
  readonly place: number;
  /** 0 for a name at home; the next free one for a name that stands in. */
  readonly lane: number;
  readonly from: Micros;
  /** Null while it lasts. */
  to: Micros | null;
  /** It was torn away: nobody logged out. */
  cut: boolean;
}

/** A name lives nowhere between two bands. */
export interface Strand {
  readonly before: Band;
  readonly from: Micros;
  /** Where it lives next; null while it is nowhere. */
  next: Band | null;
}

/** How loudly a span is drawn: in outline, filled, or as a line of dots. */
export type SpanLook = 'calm' | 'strong' | 'down';

/** What a server does for a while. */
export interface Span {
  readonly place: number;
  readonly text: string;
  readonly look: SpanLook;
  readonly from: Micros;
  to: Micros | null;
}

/** Who owns most disks of a shelf for a while. */
export interface OwnerSpan {
  readonly place: number;
  readonly owner: number;
  readonly home: number;
  readonly from: Micros;
  to: Micros | null;
}

/** What a message is, which says how it is drawn. */
export type MessageSort = 'heartbeat' | 'word' | 'login' | 'host' | 'disks' | 'names' | 'request';

/** Something that travels between places: a slanted line through some of them. */
export interface Message {
  readonly sort: MessageSort;
  /** What it says. */
  text: string;
  /** The server whose name it is about; 0 when it is about none. */
  readonly about: number;
  /** Which of its like it is, counted from 0: of those that are many only every so-manieth is drawn. */
  readonly ordinal: number;
  /** It is drawn whatever its number is. */
  always: boolean;
  /** Instants and places by turns, in the order in which it passes them. */
  readonly stops: number[];
  /** The first of its stops that belongs to the answer. */
  turn: number;
  lost: boolean;
  /** It was lost between its last two places and not at the last. */
  midway: boolean;
}

/** Something happened at a place. */
export interface Dot {
  readonly place: number;
  readonly at: Micros;
  readonly loud: boolean;
}

/** A missing heartbeat, at the server that waited for it. */
export interface Miss {
  readonly at: Micros;
  readonly from: number;
  readonly place: number;
  readonly inARow: number;
}

/** Something that concerns everybody. */
export interface Across {
  readonly at: Micros;
  readonly fault: boolean;
}
