import { fleetFrom } from '../scene/fleetFrom.ts';
import type { Density } from '../scene/metrics.ts';

/** How a cluster is drawn in a picture. */
export interface PictureSize {
  readonly density: Density;
  /** Width of the drawing, px; where the picture is narrower it is moved sideways. */
  readonly width: number;
}

/** The least width that a pair takes in each density, as in the sandbox, px. */
const least = { badge: 340, embed: 560 } as const;

/** The size of a picture of so many servers in a place of this width, px. */
export function pictureSize(servers: number, width: number): PictureSize {
  const pairs = servers / 2;
  const density = width / pairs < least.embed ? 'badge' : 'embed';
  return { density, width: Math.max(width, pairs * least[density]) };
}

/** Pictures of one pair stand side by side; of more pairs each takes the whole width. */
export const isWide = (servers: number): boolean => servers > 2;

/**
 * About how high a picture will be, px: its place is kept until it is drawn, and again when it has
 * been left far behind.
 */
export function roomFor(servers: number, width: number): number {
  if (servers >= fleetFrom) return width < 700 ? 640 : 520;
  return pictureSize(servers, width).density === 'embed' ? 336 : 432;
}
