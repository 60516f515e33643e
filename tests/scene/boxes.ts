import type { Box } from '../../src/scene/geometry.ts';

/** Whether a box lies inside another, but for what rounding leaves. */
export const inside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - 0.01 &&
  inner.y >= outer.y - 0.01 &&
  inner.x + inner.w <= outer.x + outer.w + 0.01 &&
  inner.y + inner.h <= outer.y + outer.h + 0.01;

/** Whether two boxes have nothing in common, but for what rounding leaves. */
export const apart = (a: Box, b: Box): boolean =>
  a.x + a.w <= b.x + 0.01 ||
  b.x + b.w <= a.x + 0.01 ||
  a.y + a.h <= b.y + 0.01 ||
  b.y + b.h <= a.y + 0.01;
