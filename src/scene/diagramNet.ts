import { clearance } from './diagramGrid.ts';
import type { Grid } from './diagramGrid.ts';

/** A node on the side of a box at which lines may leave or arrive. */
export interface Port {
  readonly node: number;
  /** The direction in which a line leaves: right, down, left or up, counted from 0. */
  readonly out: number;
  /** Distance from the middle of its side, px; negative on the left and above. */
  readonly aside: number;
}

/** Whose lines may take a step between two nodes: everybody’s, nobody’s, or those of one box. */
export const everybody = 0;
const nobody = -1;
/** Box `i` as an owner. */
export const ownerOf = (box: number): number => box + 1;

/** The nodes of a grid, the steps between them, and the ports of its boxes. */
export interface Net {
  readonly wide: number;
  /** Who may step to the right from a node, at `node * 2`, and who down, at `node * 2 + 1`. */
  readonly may: Int16Array;
  readonly ports: readonly (readonly Port[])[];
}

/** Free length that a rounded corner takes from the side of a box, px. */
const corner = 14;

export function netOf({ xs, ys, boxes }: Grid): Net {
  const wide = xs.length;
  const may = new Int16Array(wide * ys.length * 2).fill(nobody);
  const ports = boxes.map(({ x, y, w, h, middle }) => {
    const found: Port[] = [];
    for (const [i, at] of xs.entries()) {
      if (at < x + corner || at > x + w - corner) continue;
      const aside = at - x - w / 2;
      found.push({ node: ys.indexOf(y) * wide + i, out: 3, aside });
      found.push({ node: ys.indexOf(y + h) * wide + i, out: 1, aside });
    }
    for (const [j, at] of ys.entries()) {
      const aside = at - y - middle;
      if (aside && (at < y + corner || at > y + h - corner)) continue;
      found.push({ node: j * wide + xs.indexOf(x + w), out: 0, aside });
      found.push({ node: j * wide + xs.indexOf(x), out: 2, aside });
    }
    return found;
  });
  for (const [j, top] of ys.entries()) {
    for (const [i, left] of xs.entries()) {
      for (const down of [0, 1]) {
        const right = down ? left : xs[i + 1];
        const bottom = down ? ys[j + 1] : top;
        if (right === undefined || bottom === undefined) continue;
        const node = j * wide + i;
        const near = boxes.findIndex(
          ({ x, y, w, h }) =>
            right > x - clearance &&
            left < x + w + clearance &&
            bottom > y - clearance &&
            top < y + h + clearance,
        );
        const box = boxes[near];
        // Through the air around a box only its own lines run, straight to and from its ports.
        const isOutside =
          box &&
          (right <= box.x || left >= box.x + box.w || bottom <= box.y || top >= box.y + box.h);
        const leads =
          isOutside &&
          ports[near]!.some(
            ({ node: port, out }) =>
              out % 2 === down && (down ? port % wide === i : Math.floor(port / wide) === j),
          );
        may[node * 2 + down] = !box ? everybody : leads ? ownerOf(near) : nobody;
      }
    }
  }
  return { wide, may, ports };
}
