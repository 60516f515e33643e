import type { FleetCard } from './fleet.ts';
import { levelOf, padOf, portWidthOf } from './fleetLevels.ts';
import type { FleetLevel } from './fleetLevels.ts';
import type { Box, Point } from './geometry.ts';

/** What stands on every card of a fleet. */
export interface FacePlan {
  readonly ports: number;
  /** Rows of slots on each port. */
  readonly slots: number;
  readonly disks: number;
}

/** What the widest of these cards has. */
export const facePlanOf = (cards: readonly FleetCard[]): FacePlan => ({
  ports: Math.max(...cards.map(({ ports }) => ports.length)),
  slots: Math.max(...cards.flatMap(({ slots }) => slots.map(({ slot }) => slot + 1))),
  disks: Math.max(...cards.map(({ disks }) => disks.length)),
});

/** Where everything stands on a card, from its corner: the same for all cards of one size. */
export interface Face {
  readonly w: number;
  readonly h: number;
  readonly level: FleetLevel;
  /** Ports with their slots; none where slots are silhouettes. */
  readonly wells: readonly Box[];
  /** Where a port’s number begins and the middle of its break mark; none without room for both. */
  readonly heads: readonly { readonly label: Point; readonly mark: Point }[];
  /** By port and then by row, both from 0. */
  readonly slots: readonly (readonly Box[])[];
  readonly disks: readonly Box[];
  readonly label: Point;
  readonly glyph: Point;
  /** The middle of the server’s break mark; null where it would hide the label. */
  readonly mark: Point | null;
  /**
   * Where the words of its state begin; null where there is no room. What else is said ends at `end`,
   * there and on the line `above`, unless that is 0.
   */
  readonly words: (Point & { readonly end: number; readonly above: number }) | null;
}

/** What stands on a card of a size, px. */
export function faceOf(w: number, h: number, plan: FacePlan): Face {
  const level = levelOf(portWidthOf(w, plan.ports));
  return level === 'dots' ? silhouette(w, h, plan) : detailed(w, h, level, plan);
}

function silhouette(w: number, h: number, { ports, slots }: FacePlan): Face {
  const pad = padOf(w);
  const pitch = portWidthOf(w, ports);
  const wide = Math.min(30, pitch - (pitch > 14 ? 5 : 2));
  const foot = h < 56 ? 18 : 26;
  const row = Math.min(17, (h - foot - (h < 56 ? 5 : 8)) / slots);
  const top = h < 56 ? 5 : 8;
  const low = h - foot / 2 - (h < 56 ? 1 : 2);
  const roomy = w >= 72;
  return {
    w,
    h,
    level: 'dots',
    wells: [],
    heads: [],
    slots: Array.from({ length: ports }, (_, port) =>
      Array.from({ length: slots }, (_, slot) => ({
        x: pad + port * pitch + (pitch - wide) / 2,
        y: top + slot * row,
        w: wide,
        h: row - (row > 9 ? 3 : 1.5),
      })),
    ),
    disks: [],
    label: { x: pad + (roomy ? 3 : 0), y: low + 4.5 },
    glyph: { x: roomy ? w - 32 : w - 10, y: low },
    mark: roomy ? { x: w - 14, y: low } : null,
    words: null,
  };
}

const shelf = 22;
/** The most that a disk takes of its shelf, px. */
const disk = 11;

function detailed(w: number, h: number, level: FleetLevel, plan: FacePlan): Face {
  const pad = padOf(w);
  const pitch = portWidthOf(w, plan.ports);
  const head = pitch >= 46 ? 20 : 3;
  const most = level === 'bytes' ? 44 : 34;
  const worded = w >= 200;
  const low = h - shelf - (worded ? 44 : 28);
  const row = Math.min(most, (low - pad - head - 2) / plan.slots);
  const gap = row > 22 ? 4 : 2;
  const inset = pitch >= 46 ? 5 : 1.5;
  const each = Math.min(28, (w - 2 * pad) / Math.max(1, plan.disks));
  const places = Array.from({ length: plan.ports }, (_, port) => pad + port * pitch);
  return {
    w,
    h,
    level,
    wells: places.map((x) => ({
      x: x + inset / 3,
      y: pad,
      w: pitch - (2 * inset) / 3,
      h: head + plan.slots * row + 2,
    })),
    heads:
      pitch < 46
        ? []
        : places.map((x) => ({
            label: { x: x + inset + 3, y: pad + 14.5 },
            mark: { x: x + pitch - inset - 8, y: pad + 10 },
          })),
    slots: places.map((x) =>
      Array.from({ length: plan.slots }, (_, slot) => ({
        x: x + inset,
        y: pad + head + slot * row,
        w: pitch - 2 * inset,
        h: row - gap,
      })),
    ),
    disks: Array.from({ length: plan.disks }, (_, i) => ({
      x: pad + (i + 0.5) * each - Math.min(disk, each - 2.5) / 2,
      y: h - shelf + 1,
      w: Math.min(disk, each - 2.5),
      h: 14,
    })),
    label: { x: pad + 20, y: low + 18 },
    glyph: { x: pad + 9, y: low + 13 },
    mark: { x: w - pad - 8, y: low + 14 },
    words: worded
      ? { x: pad + 3, y: low + 35, end: w < 290 ? 0 : w - pad - 24, above: low + 18 }
      : null,
  };
}
