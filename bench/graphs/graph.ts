import type { Box } from '../../src/scene/geometry.ts';

export interface GraphNode {
  readonly name: string;
  readonly box: Box;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  /** From node to node, as their places in the list: as many as there are nodes. */
  readonly edges: readonly (readonly [from: number, to: number])[];
  readonly width: number;
  readonly height: number;
}

const size = { w: 60, h: 24 };
const pitch = { x: 90, y: 60 };

/** A board of so many names, each with a cable to the one below, the last row to the first. */
export function graphOf(count: number): Graph {
  const columns = Math.ceil(Math.sqrt((count * pitch.y * 1.6) / pitch.x));
  const nodes = Array.from({ length: count }, (_, i) => ({
    name: `n${i}`,
    box: { x: (i % columns) * pitch.x, y: Math.floor(i / columns) * pitch.y, ...size },
  }));
  return {
    nodes,
    edges: nodes.map((_, i) => [i, i + columns < count ? i + columns : i % columns]),
    width: columns * pitch.x,
    height: Math.ceil(count / columns) * pitch.y,
  };
}

/** Names that stand together, as those of one server do: four beside and two below each other. */
export function groupsOf({ nodes }: Graph): (Box & { nodes: number[] })[] {
  const [w, h] = [4 * pitch.x, 2 * pitch.y];
  const groups: Record<string, Box & { nodes: number[] }> = {};
  nodes.forEach(({ box }, i) => {
    const [x, y] = [box.x - (box.x % w), box.y - (box.y % h)];
    (groups[`${x} ${y}`] ??= { x, y, w, h, nodes: [] }).nodes.push(i);
  });
  return Object.values(groups);
}

/** The scale at which all of it is in view. */
export const scaleOf = ({ width, height }: Graph): number =>
  Math.min(1, innerWidth / width, innerHeight / height);

/** The nodes whose state changes at a step: so many, spread over all, others at each step. */
export const changedAt = (step: number, changes: number, count: number): number[] =>
  Array.from({ length: changes }, (_, k) => (step * 7 + k * Math.floor(count / changes)) % count);
