import { area, curveMonotoneX, line, max } from 'd3';
import type { Strips } from '../scene/strips.ts';
import { sampleWidth } from '../scene/strips.ts';

/** Throughput at which a strip is full, kB/s: kept from shrinking the picture under light load. */
const leastFull = 40_000;
const leastSlow = 1_000_000;

/** The throughput of an owner as an area above the ground, or its latency as one below. */
export function areaOf(
  strips: Strips,
  owner: number,
  from: number,
  until: number,
  x: (at: number) => number,
  height: number,
  latency = false,
): { readonly area: string; readonly line: string } {
  const first = Math.floor(from / sampleWidth);
  const last = Math.floor(until / sampleWidth) - 1;
  if (last <= first) return { area: '', line: '' };
  // One point for each 2 px at most: a long run stays cheap to draw.
  const stride = Math.max(1, Math.floor((last - first) / 500));
  const samples: { at: number; value: number }[] = [];
  for (let sample = first; sample <= last; sample += stride) {
    const value = latency ? strips.meanLatency(owner, sample) : strips.throughput(owner, sample);
    samples.push({ at: (sample + 1) * sampleWidth, value });
  }
  const full = latency
    ? leastSlow
    : Math.max(leastFull, strips.highest, max(samples, (sample) => sample.value) ?? 0) * 1.08;
  const y = (value: number): number =>
    (latency ? 1 : -1) * Math.min(height, (value / full) * height);
  const shape = area<{ at: number; value: number }>()
    .x((sample) => x(sample.at))
    .y0(0)
    .y1((sample) => y(sample.value))
    .curve(curveMonotoneX);
  const edge = line<{ at: number; value: number }>()
    .x((sample) => x(sample.at))
    .y((sample) => y(sample.value))
    .curve(curveMonotoneX);
  return { area: shape(samples) ?? '', line: edge(samples) ?? '' };
}
