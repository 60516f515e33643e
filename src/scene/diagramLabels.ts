import { Obstacles } from './diagramObstacles.ts';
import type { Piece } from './diagramPieces.ts';
import { textWidth, widest, wrapped } from './diagramText.ts';
import type { Box, Point } from './geometry.ts';

/** A word on an arrow, or on the common part of several that lead to one box and say the same. */
export interface DiagramLabel extends Box {
  readonly lines: readonly string[];
  /** Indices of the arrows that it names. */
  readonly arrows: readonly number[];
  /** Whether it stands in its line rather than beside it, so that the line is cut there. */
  readonly inside: boolean;
}

/** Arrows that lead to the same box and say the same. */
export interface Saying {
  readonly words: readonly string[];
  readonly arrows: readonly number[];
}

export const labelText = { size: 11, line: 12 };
/** A text wider than this may be written on two lines, px. */
const wide = 60;
/** Free px between a label and its line, boxes, other labels, other lines, and its line’s ends. */
const air = { line: 2, side: 5, box: 2, label: 4, others: 1, end: 12 };
/** Another line this close may seem to be the one that is named, px. */
const near = 5;
/** Shorter pieces are too short to be named, px. */
const shortest = 12;
/** Where along a piece a label may stand, as shares of its length, the middle first. */
const shares = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9, 0, 1];
/** What speaks against a place. Each further arrow that is named speaks for it. */
const price = { shortened: 6, broken: 2, second: 1, inside: 3, near: 5, middle: 3, arrow: 12 };

/** Px that an arrow between two boxes of a row should be long so that its words fit. */
export const labelWish = (words: readonly string[]): number =>
  Math.min(...textsOf(words).map(({ size }) => size.w)) + 9;

/** Labels for as many arrows as there is room for, each closest to the line that it names. */
export function labelsOf(
  sayings: readonly Saying[],
  pieces: readonly Piece<Point>[],
  boxes: readonly Box[],
  area: Box,
): DiagramLabel[] {
  const placed: DiagramLabel[] = [];
  const open = sayings.map((saying) => {
    const own = pieces.filter(({ arrows }) => arrows.every((each) => saying.arrows.includes(each)));
    const longest = Math.max(0, ...own.map(lengthOf));
    return { saying, own, room: longest - textWidth(saying.words[0]!, labelText.size) };
  });
  const inflated = ({ x, y, w, h }: Box, by: number): Box => ({
    x: x - by,
    y: y - by,
    w: w + 2 * by,
    h: h + 2 * by,
  });
  const lines = pieces.map(({ from, to }) =>
    inflated({ ...from, w: to.x - from.x, h: to.y - from.y }, air.others),
  );
  const solid = boxes.map((box) => inflated(box, air.box));
  const obstacles = new Obstacles(area, [...solid, ...lines]);
  const isFree = (label: Box, piece: Piece<Point>, inside: boolean): boolean =>
    (inside
      ? contains(area, label) &&
        solid.every((box) => !overlap(label, box, 0)) &&
        pieces.every((each) => each === piece || !touches(label, each, air.others))
      : obstacles.isFree(label.x, label.y, label.w, label.h)) &&
    placed.every((other) => !overlap(label, other, air.label));
  // Whose lines leave least room chooses first.
  for (const { saying, own } of open.sort((a, b) => a.room - b.room)) {
    const silent = new Set(saying.arrows);
    const texts = textsOf(saying.words);
    for (;;) {
      let least = Infinity;
      let best: DiagramLabel | undefined;
      for (const piece of own) {
        const arrows = piece.arrows.filter((arrow) => silent.has(arrow));
        if (arrows.length === 0 || lengthOf(piece) < shortest) continue;
        const bonus = Math.min(lengthOf(piece), 80) / 25 + price.arrow * arrows.length;
        for (const { lines, size, cost } of texts) {
          for (const side of sidesOf(piece, size, lines.length)) {
            for (const share of shares) {
              let sum = cost + side.cost + Math.abs(share - 0.5) * price.middle - bonus;
              // The shares that follow are further from the middle.
              if (sum >= least) break;
              const { x, y } = side.at(share);
              const label = { x, y, w: size.w, h: size.h };
              if (!isFree(label, piece, side.inside)) continue;
              if (pieces.some((each) => each !== piece && touches(label, each, near)))
                sum += price.near;
              if (sum < least)
                [least, best] = [sum, { ...label, lines, inside: side.inside, arrows }];
            }
          }
        }
      }
      if (!best) break;
      placed.push(best);
      best.arrows.forEach((arrow) => silent.delete(arrow));
    }
  }
  return placed;
}

const lengthOf = ({ from, to }: Piece<Point>): number => to.x - from.x + to.y - from.y;

interface Text {
  readonly lines: readonly string[];
  readonly size: { readonly w: number; readonly h: number };
  readonly cost: number;
}

/** What could be written: everything, or the first and how many more; on one line or two. */
function textsOf(words: readonly string[]): Text[] {
  const texts = [{ text: words.join(', '), cost: 0 }];
  if (words.length > 1)
    texts.push({ text: `${words[0]!} +${words.length - 1}`, cost: price.shortened });
  const written = (lines: readonly string[], cost: number): Text => ({
    lines,
    size: { w: widest(lines, labelText.size), h: lines.length * labelText.line },
    cost,
  });
  return texts.flatMap(({ text, cost }) => {
    const two = wrapped(text, labelText.size, wide);
    return [written([text], cost), ...(two.length > 1 ? [written(two, cost + price.broken)] : [])];
  });
}

/** A row of places along a piece, from its beginning (share 0) to its end (share 1). */
interface Side {
  readonly at: (share: number) => Point;
  readonly inside: boolean;
  readonly cost: number;
}

/** Above and below a piece, or right and left of it, and in it. */
function sidesOf(piece: Piece<Point>, { w, h }: Text['size'], lines: number): Side[] {
  const { x, y } = piece.from;
  const across = y === piece.to.y;
  const length = lengthOf(piece);
  const along = length - (across ? w : h);
  const within = along - 2 * air.end;
  if (across) {
    const above = y - air.line - h;
    const below = y + air.line;
    return [
      { at: (share) => ({ x: x + along * share, y: above }), inside: false, cost: 0 },
      { at: (share) => ({ x: x + along * share, y: below }), inside: false, cost: price.second },
      ...(within < 0 || lines > 1
        ? []
        : [
            {
              at: (share: number) => ({ x: x + air.end + within * share, y: y - h / 2 }),
              inside: true,
              cost: price.inside,
            },
          ]),
    ];
  }
  const right = x + air.side;
  const left = x - air.side - w;
  return [
    { at: (share) => ({ x: right, y: y + along * share }), inside: false, cost: 0 },
    { at: (share) => ({ x: left, y: y + along * share }), inside: false, cost: price.second },
    ...(within < 0
      ? []
      : [
          {
            at: (share: number) => ({ x: x - w / 2, y: y + air.end + within * share }),
            inside: true,
            // Words across a line that goes down hide it the more the wider they are.
            cost: price.inside + w / 20,
          },
        ]),
  ];
}

const contains = (area: Box, { x, y, w, h }: Box): boolean =>
  x >= area.x && y >= area.y && x + w <= area.x + area.w && y + h <= area.y + area.h;

const overlap = (a: Box, b: Box, apart: number): boolean =>
  a.x < b.x + b.w + apart &&
  b.x < a.x + a.w + apart &&
  a.y < b.y + b.h + apart &&
  b.y < a.y + a.h + apart;

const touches = (label: Box, { from, to }: Piece<Point>, apart: number): boolean =>
  from.x < label.x + label.w + apart &&
  to.x > label.x - apart &&
  from.y < label.y + label.h + apart &&
  to.y > label.y - apart;
