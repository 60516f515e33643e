/** A part of a module as the bundler’s parser sees it. */
export interface Node {
  readonly type: string;
  /** Where it begins and ends in the text. */
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** A piece of a text: from its first letter to behind its last. */
export type Piece = Pick<Node, 'start' | 'end'>;

/** Visits every node of a type, outer ones first. */
export function walk(tree: unknown, type: string, visit: (node: Node) => void): void {
  if (Array.isArray(tree)) {
    for (const each of tree) walk(each, type, visit);
  } else if (typeof tree === 'object' && tree !== null) {
    if ((tree as Node).type === type) visit(tree as Node);
    for (const each of Object.values(tree)) walk(each, type, visit);
  }
}

/** The text without some pieces of it. */
export const without = (text: string, pieces: readonly Piece[]): string =>
  [...pieces]
    .sort((a, b) => b.start - a.start)
    .reduce((kept, { start, end }) => `${kept.slice(0, start)}${kept.slice(end)}`, text);
