import { fleetFrom } from '../scene/fleetFrom.ts';
import type { Density } from '../scene/metrics.ts';

/** How a cluster is drawn in a picture. */
export interface PictureSize {
  readonly density: Density;
  /** Width of the drawing, px; where the picture is narrower it is moved sideways. */
  readonly width: number;
}

/** The widths of a pair in each density, as in the sandbox, px. */
const least = { badge: 340, embed: 560, full: 820 } as const;
const widest = 1280;

/**
 * The size of a picture of so many servers in a place of this width, px.
 * @param ports of each server; more than two need as much more room, or their names could not be read
 */
export function pictureSize(servers: number, ports: number, width: number): PictureSize {
  const pairs = servers / 2;
  const each = width / pairs;
  const density = each < least.embed ? 'badge' : each < least.full ? 'embed' : 'full';
  const room = pairs * least[density] * (density === 'full' ? 1 : Math.max(1, ports / 2));
  return { density, width: Math.max(room, Math.min(width, pairs * widest)) };
}

/** Pictures stand side by side, unless a cluster has so many servers or ports that it takes the whole width. */
export const isWide = (servers: number, ports: number): boolean => servers > 2 || ports > 2;

/** How high pictures are in each density, about, px. */
const heights = { badge: 432, embed: 336, full: 578 } as const;

/**
 * About how high a picture will be, px: its place is kept until it is drawn, and again when it has
 * been left far behind.
 */
export function roomFor(servers: number, ports: number, width: number): number {
  if (servers >= fleetFrom) return width < 700 ? 640 : 490;
  return heights[pictureSize(servers, ports, width).density];
}
