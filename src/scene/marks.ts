import type { TableName } from '../model/schema.ts';
import type { Box, Point } from './geometry.ts';

/** Whose name: A, B, C, D, …, as an index into the four tinctures. */
export type Identity = number;

export interface NameMark {
  readonly id: string;
  readonly identity: Identity;
  readonly text: string;
  /** Solid where it answers, hollow where it is awaited, crossed where it is given up. */
  readonly is: 'solid' | 'hollow' | 'crossed';
}

export interface HostMark {
  readonly row: number;
  readonly box: Box;
  readonly label: string;
  readonly note: string;
  readonly names: readonly NameMark[];
  readonly spoken: string;
}

export interface HostPortMark {
  readonly row: number;
  readonly at: Point;
  readonly label: string;
  readonly dark: boolean;
  readonly waiting: readonly RequestMark[];
  readonly more: number;
}

export interface FabricMark {
  readonly row: number;
  readonly box: Box;
  readonly label: string;
  readonly names: readonly NameMark[];
  readonly spoken: string;
}

export interface Core {
  readonly id: string;
  readonly identity: Identity;
  readonly d: string;
  readonly dashed: boolean;
}

export interface CableMark {
  readonly row: number;
  readonly d: string;
  readonly cores: readonly Core[];
  readonly cut: Point | null;
  readonly spoken: string;
  readonly ends: readonly Point[];
}

/** A jacket from a server down to a shelf. */
export interface LineMark {
  readonly id: string;
  readonly d: string;
  readonly cores: readonly Core[];
  /** Where it is cut, if it is. */
  readonly cut: Point | null;
}

/** The jackets inside a server, from its ports to its bottom edge, as one path. */
export interface BusMark {
  readonly row: number;
  readonly d: string;
  readonly cores: readonly Core[];
  readonly dark: boolean;
}

export type ServerLook = 'up' | 'degraded' | 'hung' | 'down' | 'starting' | 'waiting';

/** What of a server changes only when something happens. */
export interface StillServer {
  readonly row: number;
  readonly box: Box;
  readonly label: string;
  readonly look: ServerLook;
  readonly words: string;
  readonly fault: boolean;
  readonly answers: readonly NameMark[];
  readonly spoken: string;
}

export interface ServerMark extends StillServer {
  readonly watch: { readonly what: string; readonly since: string; readonly fault: boolean };
  /** Second outline: 0 none, 1 closed; drawn clockwise. */
  readonly outline: number;
  readonly logged: number;
}

export interface PortMark {
  readonly row: number;
  readonly box: Box;
  readonly label: string;
  readonly note: string;
  readonly look: 'lit' | 'dark' | 'broken';
  readonly cage: Point;
  /** Slot keys beside the slots: right edge from the box, first baseline, distance. */
  readonly keys: { readonly right: number; readonly first: number; readonly pitch: number };
  readonly spoken: string;
}

export interface SlotMark {
  readonly row: number;
  readonly box: Box;
  readonly look: 'used' | 'away' | 'standby' | 'none' | 'free';
  /** Ink outline: it is being activated or deactivated. */
  readonly busy: boolean;
  readonly identity: Identity;
  readonly name: string;
  readonly text: string;
  readonly spoken: string;
}

/** A name in flight: in no slot, written by the survivor into its own. */
export interface FlightMark {
  readonly id: string;
  readonly at: Point;
  readonly box: Box;
  readonly identity: Identity;
  readonly name: string;
  readonly text: string;
  /** Strands from where it came. */
  readonly trail: readonly string[];
  readonly progress: number;
}

/** What a moved name leaves behind for a while. */
export interface TrailMark {
  readonly id: string;
  readonly identity: Identity;
  readonly strands: readonly string[];
  /** 1 when it is fresh, 0 when it is gone. */
  readonly faint: number;
}

/** The way of a name as a still arc with an arrowhead, for those who prefer no motion. */
export interface ArcMark {
  readonly id: string;
  readonly identity: Identity;
  readonly d: string;
  /** Where the arrowhead touches the slot. */
  readonly tip: Point;
}

export interface DiskMark {
  readonly row: number;
  readonly box: Box;
  readonly owner: Identity;
  readonly home: Identity;
  readonly away: boolean;
  readonly health: 'working' | 'failed' | 'rebuilding';
  readonly spoken: string;
}

/** The part of a disk’s body that its new owner has already, under a moving edge. */
export interface SweepMark {
  readonly disk: number;
  readonly box: Box;
  readonly to: Identity;
  readonly share: number;
}

export interface LunMark {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly label: string;
}

/** Disks in their shelf and the LUNs on them. */
export interface ShelfMark {
  readonly row: number;
  readonly box: Box;
  readonly label: string;
  readonly spoken: string;
  readonly home: Identity;
  /** The home server’s letter, on every foot. */
  readonly letter: string;
  readonly disks: readonly DiskMark[];
  /** Of the disks that change hands just now. */
  readonly sweeps: readonly SweepMark[];
  readonly luns: readonly LunMark[];
}

export interface InterconnectMark {
  readonly row: number;
  readonly box: Box;
  readonly cut: boolean;
  readonly hears: readonly {
    readonly label: string;
    /** Whom it listens to. */
    readonly whom: string;
    readonly ticks: readonly ('heard' | 'missed' | 'none')[];
  }[];
  readonly beats: readonly { readonly id: string; readonly at: Point }[];
  readonly note: string;
  readonly spoken: string;
}

export interface RequestMark {
  readonly id: string;
  readonly row: number;
  readonly at: Point;
  readonly identity: Identity;
  readonly look: 'request' | 'answer' | 'lost' | 'waiting';
}

export interface FrameMark {
  readonly id: string;
  readonly at: Point;
  readonly label: string;
}

/** Something that can be broken or mended, and its mark. */
export interface BreakableMark {
  readonly table: TableName;
  readonly row: number;
  readonly at: Point;
  /** Radius of the ring, px. */
  readonly size: number;
  readonly spoken: string;
}

/** What stays as it is until something happens that is not routine, as plain data. */
export interface Still {
  readonly hosts: readonly HostMark[];
  readonly fabrics: readonly FabricMark[];
  readonly cables: readonly CableMark[];
  readonly lines: readonly LineMark[];
  readonly buses: readonly BusMark[];
  readonly servers: readonly StillServer[];
  readonly ports: readonly PortMark[];
  readonly slots: readonly SlotMark[];
  readonly shelves: readonly ShelfMark[];
  readonly breakable: readonly BreakableMark[];
}

/** Everything to draw at one instant, as plain data. */
export interface Scene extends Still {
  readonly hostPorts: readonly HostPortMark[];
  readonly servers: readonly ServerMark[];
  readonly flights: readonly FlightMark[];
  readonly trails: readonly TrailMark[];
  readonly arcs: readonly ArcMark[];
  readonly interconnects: readonly InterconnectMark[];
  readonly requests: readonly RequestMark[];
  readonly frames: readonly FrameMark[];
}
