import type { Strips } from '../scene/strips.ts';
import { sampleWidth } from '../scene/strips.ts';
import type { TimeAxis } from './timeAxis.ts';

/** Throughput at which a strip is full, kB/s: kept from shrinking the picture under light load. */
const leastFull = 40_000;
const leastSlow = 1_000_000;
/** More points than this cannot be told apart on a strip. */
const mostPoints = 500;

export interface StripPaths {
  readonly area: string;
  readonly line: string;
}

/** A tenth of a pixel is exact enough, and short numbers are quick to write. */
const exact = (value: number): number => Math.round(value * 10) / 10;

/** The throughput of an owner as an area above the ground, or its latency as one below. */
export function stripPaths(
  strips: Strips,
  owner: number,
  until: number,
  axis: TimeAxis,
  height: number,
  of: 'throughput' | 'latency' = 'throughput',
): StripPaths {
  const first = Math.floor(axis.from / sampleWidth);
  const last = Math.floor(until / sampleWidth) - 1;
  if (last <= first) return { area: '', line: '' };
  const stride = Math.max(1, Math.floor((last - first) / mostPoints));
  const points: [number, number][] = [];
  let highest = of === 'latency' ? leastSlow : Math.max(leastFull, strips.highest);
  for (let sample = first; sample <= last; sample += stride) {
    const value =
      of === 'latency' ? strips.meanLatency(owner, sample) : strips.throughput(owner, sample);
    if (of === 'throughput') highest = Math.max(highest, value);
    points.push([axis.x((sample + 1) * sampleWidth), value]);
  }
  const scale = (of === 'latency' ? height : -height) / (highest * 1.08);
  const drawn = points.map(([x, value]) => {
    const y = of === 'latency' ? Math.min(height, value * scale) : value * scale;
    return `${exact(x)},${exact(y)}`;
  });
  const edge = `M${drawn.join('L')}`;
  return { line: edge, area: `${edge}L${exact(points.at(-1)![0])},0L${exact(points[0]![0])},0Z` };
}
