/** A text of the diagram at its place, px. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** How it is painted. */
  readonly is: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Where a text could stand. */
export type Spot = readonly [x: number, y: number, anchor: Label['anchor']];

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Mean width of a letter at 12 px, px; a bold one is wider. */
const letter = 6.4;
export const widthOf = (text: string): number => text.length * letter + 2;

/** Puts texts where there is room: what comes first has its place, what finds none is left out. */
export class Labels {
  readonly placed: Label[] = [];
  private readonly boxes: Box[] = [];
  private readonly bounds: Box;

  constructor(left: number, right: number, bottom: number) {
    this.bounds = { left, right, top: 0, bottom };
  }

  /** Keeps a box free of texts. */
  block(left: number, top: number, width: number, height: number): void {
    this.boxes.push({ left, right: left + width, top, bottom: top + height });
  }

  /** Writes a text at the first of the spots that is free; says whether there was one. */
  write(text: string, is: string, spots: readonly Spot[]): boolean {
    for (const [x, y, anchor] of spots) {
      const width = widthOf(text);
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
      const box = { left: left - 2, right: left + width + 2, top: y - 11, bottom: y + 4 };
      if (!this.isFree(box)) continue;
      this.boxes.push(box);
      this.placed.push({ x, y, text, is, anchor });
      return true;
    }
    return false;
  }

  private isFree(box: Box): boolean {
    const { left, right, top, bottom } = this.bounds;
    if (box.left < left || box.right > right || box.top < top || box.bottom > bottom) return false;
    return !this.boxes.some(
      (other) =>
        other.left < box.right &&
        box.left < other.right &&
        other.top < box.bottom &&
        box.top < other.bottom,
    );
  }
}
