import type { Box } from './geometry.ts';

/** Edge of a cell, px. */
const cell = 2;

/**
 * An area cut into cells, of which some are taken. How many of a rectangle’s cells are taken is a
 * sum of four numbers, so that very many places can be tried for a word.
 */
export class Obstacles {
  private readonly area: Box;
  private readonly wide: number;
  /** At each corner of a cell, the cells taken above it and to its left. */
  private readonly sums: Int32Array;

  constructor(area: Box, taken: readonly Box[]) {
    this.area = area;
    this.wide = Math.ceil(area.w / cell) + 1;
    const high = Math.ceil(area.h / cell) + 1;
    this.sums = new Int32Array(this.wide * high);
    for (const box of taken) {
      const { left, right, above, below } = this.cells(box);
      for (let y = above; y < below; y++)
        this.sums.fill(1, (y + 1) * this.wide + left + 1, (y + 1) * this.wide + right + 1);
    }
    for (let y = 1; y < high; y++) {
      let line = 0;
      for (let x = 1; x < this.wide; x++) {
        line += this.sums[y * this.wide + x]!;
        this.sums[y * this.wide + x] = line + this.sums[(y - 1) * this.wide + x]!;
      }
    }
  }

  /** Whether a rectangle lies in the area and takes no cell that is taken. */
  isFree(x: number, y: number, w: number, h: number): boolean {
    const { area } = this;
    if (x < area.x || y < area.y || x + w > area.x + area.w || y + h > area.y + area.h)
      return false;
    const left = Math.floor((x - area.x) / cell);
    const right = Math.ceil((x + w - area.x) / cell);
    const above = Math.floor((y - area.y) / cell) * this.wide;
    const below = Math.ceil((y + h - area.y) / cell) * this.wide;
    const { sums } = this;
    return (
      sums[below + right]! - sums[above + right]! - sums[below + left]! + sums[above + left]! === 0
    );
  }

  /** The cells that a box touches, as far as they lie in the area. */
  private cells({ x, y, w, h }: Box): Record<'left' | 'right' | 'above' | 'below', number> {
    const { area } = this;
    return {
      left: Math.max(0, Math.floor((x - area.x) / cell)),
      right: Math.min(this.wide - 1, Math.ceil((x + w - area.x) / cell)),
      above: Math.max(0, Math.floor((y - area.y) / cell)),
      below: Math.min(this.sums.length / this.wide - 1, Math.ceil((y + h - area.y) / cell)),
    };
  }
}
