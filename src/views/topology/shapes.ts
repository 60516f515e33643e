import type { NameMark, RequestMark, ServerLook } from '../../scene/marks.ts';
import type { Box, Point } from '../../scene/geometry.ts';

/** The small shape of an identity at a place: a name, or a request. */
export interface ShapeMark {
  readonly identity: number;
  readonly look: NameMark['is'] | RequestMark['look'];
  readonly at: Point;
  /** The row of the request table that this shape is, if it is one. */
  readonly row?: number;
}

/** Square, circle, triangle, diamond around a centre. */
export function outlineOf(identity: number, s: number): string {
  if (identity === 0) return `M${-s} ${-s}h${2 * s}v${2 * s}h${-2 * s}z`;
  if (identity === 1) return `M${-s} 0a${s} ${s} 0 1 0 ${2 * s} 0a${s} ${s} 0 1 0 ${-2 * s} 0z`;
  if (identity === 2) return `M0 ${-s * 1.1}L${s * 1.1} ${s * 0.9}H${-s * 1.1}z`;
  return `M0 ${-s * 1.2}L${s * 1.2} 0L0 ${s * 1.2}L${-s * 1.2} 0z`;
}

/** Two strokes across a place. */
export const crossOf = ({ x, y }: Point = { x: 0, y: 0 }): string =>
  `M${x - 5} ${y - 5}l10 10m0 -10l-10 10`;

/** Whether a server is drawn with a body, and not as an empty outline. */
export const isFilled = (look: ServerLook): boolean => look !== 'down' && look !== 'starting';

/** The lower part of a box 2 px below it, with corners as round as the roundest hardware’s. */
export const shadowOf = ({ x, y, w, h }: Box): string =>
  `M${x} ${y + h - 10}a12 12 0 0 0 12 12h${w - 24}a12 12 0 0 0 12 -12z`;

/** Four round corners so far around a box, px. */
export function cornersOf({ x, y, w, h }: Box, gap: number): string {
  const [left, top, right, bottom] = [x - gap, y - gap, x + w + gap, y + h + gap];
  return `M${left} ${top + 10}v-5a5 5 0 0 1 5 -5h5M${right - 10} ${top}h5a5 5 0 0 1 5 5v5M${right} ${bottom - 10}v5a5 5 0 0 1 -5 5h-5M${left + 10} ${bottom}h-5a5 5 0 0 1 -5 -5v-5`;
}
