import type { Point } from './geometry.ts';

/** An orthogonal path with rounded corners, as SVG path data. */
export function pathData(points: readonly Point[], radius = 12): string {
  if (points.length === 0) return '';
  const n = (value: number): string => String(Math.round(value * 100) / 100);
  let data = `M${n(points[0]!.x)} ${n(points[0]!.y)}`;
  for (let i = 1; i < points.length; i++) {
    const p = points[i]!;
    const next = points[i + 1];
    if (!next) {
      data += `L${n(p.x)} ${n(p.y)}`;
      continue;
    }
    const before = points[i - 1]!;
    const r = Math.min(radius, distance(before, p) / 2, distance(p, next) / 2);
    const from = towards(p, before, r);
    const to = towards(p, next, r);
    data += `L${n(from.x)} ${n(from.y)}Q${n(p.x)} ${n(p.y)} ${n(to.x)} ${n(to.y)}`;
  }
  return data;
}

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

function towards(from: Point, to: Point, by: number): Point {
  const whole = distance(from, to);
  return whole === 0
    ? from
    : { x: from.x + ((to.x - from.x) * by) / whole, y: from.y + ((to.y - from.y) * by) / whole };
}

/** Length of a path along its corners, in px. */
export function lengthOf(points: readonly Point[]): number {
  let whole = 0;
  for (let i = 1; i < points.length; i++) whole += distance(points[i - 1]!, points[i]!);
  return whole;
}

/** The point at a share (0 to 1) of a path’s length. */
export function along(points: readonly Point[], share: number): Point {
  let left = Math.max(0, Math.min(1, share)) * lengthOf(points);
  for (let i = 1; i < points.length; i++) {
    const piece = distance(points[i - 1]!, points[i]!);
    if (left <= piece) return towards(points[i - 1]!, points[i]!, left);
    left -= piece;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}

/** The same corners moved sideways by `by` px, so that two cores lie side by side. */
export function shifted(points: readonly Point[], by: number): Point[] {
  if (by === 0 || points.length < 2) return [...points];
  return points.map((p, i) => {
    const before = points[i - 1];
    const after = points[i + 1];
    const normal = (a: Point, b: Point): Point => {
      const whole = distance(a, b) || 1;
      return { x: -(b.y - a.y) / whole, y: (b.x - a.x) / whole };
    };
    const first = before ? normal(before, p) : normal(p, after!);
    const second = after ? normal(p, after) : first;
    const turn = before !== undefined && after !== undefined;
    return {
      x: p.x + by * (turn ? first.x + second.x : first.x),
      y: p.y + by * (turn ? first.y + second.y : first.y),
    };
  });
}

/** `inout` easing of the motion tokens. */
export const easeInOut = (t: number): number =>
  t < 0.5 ? 4 * t * t * t : 1 - (-2 * t + 2) ** 3 / 2;

/** A point on a shallow arc through open air, `lift` px above the straight line at its middle. */
export function arcPoint(from: Point, to: Point, lift: number, share: number): Point {
  const t = Math.max(0, Math.min(1, share));
  const control = { x: (from.x + to.x) / 2, y: Math.min(from.y, to.y) - lift };
  const u = 1 - t;
  return {
    x: u * u * from.x + 2 * u * t * control.x + t * t * to.x,
    y: u * u * from.y + 2 * u * t * control.y + t * t * to.y,
  };
}
