import type { Graph } from './graph.ts';

/** A graph as somebody draws it. */
export interface Picture {
  /** Moves all of it, px. */
  pan(x: number, y: number): void;
  /** Some of its nodes change between their two states. */
  turn(nodes: readonly number[]): void;
  remove(): void;
}

/** Draws a graph, all of it in view, into an element. */
export type Drawer = (stage: HTMLElement, graph: Graph) => Picture;
