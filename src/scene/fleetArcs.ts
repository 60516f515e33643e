import type { FleetCard } from './fleet.ts';
import type { Face } from './fleetFace.ts';
import type { Box, Point } from './geometry.ts';
import type { Identity } from './marks.ts';

/** The way of a name from its home to where it is now, over silhouettes that cannot name it. */
export interface FleetArc {
  readonly home: number;
  readonly identity: Identity;
  readonly d: string;
}

/** @param boxes of cards, by server @param faces of cards, by server */
export function fleetArcs(
  cards: readonly FleetCard[],
  boxes: readonly Box[],
  faces: readonly Face[],
): FleetArc[] {
  const tops = new Map<number, Point>();
  for (const { row, slots } of cards) {
    if (faces[row]!.level !== 'dots') continue;
    for (const slot of slots) {
      const box = faces[row]!.slots[slot.port]![slot.slot]!;
      tops.set(slot.row, { x: boxes[row]!.x + box.x + box.w / 2, y: boxes[row]!.y + box.y });
    }
  }
  return cards.flatMap(({ slots }) =>
    slots.flatMap(({ row, carrier, identity }) => {
      const [from, to] = [tops.get(row), tops.get(carrier)];
      if (!carrier || !from || !to) return [];
      const top = Math.min(from.y, to.y) - 13;
      const d = `M${from.x} ${from.y}C${from.x} ${top} ${to.x} ${top} ${to.x} ${to.y}`;
      return [{ home: row, identity, d }];
    }),
  );
}
