import type { Plugin } from 'vite';
import { walk, without } from './cutting.ts';
import type { Node, Piece } from './cutting.ts';

/** Makers of columns and operands, and which of their arguments says what it is about. */
const aboutOf: Readonly<Record<string, number>> = {
  reference: 1,
  state: 1,
  word: 1,
  name: 0,
  address: 0,
  count: 0,
  flag: 0,
  time: 0,
};

/**
 * Leaves the sentences about columns and operands, units and sources of columns out of the
 * bundles: documents are made from them, in Node; neither the page nor the engine reads them.
 */
export function withoutDocs(): Plugin {
  return {
    name: 'without-docs',
    apply: 'build',
    transform(code, id) {
      if (!/\/src\/model\/(schema|tables\/\w+|facts\/\w+)\.ts$/.test(id)) return undefined;
      const cuts: Piece[] = [];
      walk(this.parse(code), 'CallExpression', (call) => {
        const callee = call['callee'] as Node & { name?: string };
        const place = callee.type === 'Identifier' ? aboutOf[callee.name ?? ''] : undefined;
        if (place === undefined) return;
        const given = call['arguments'] as Node[];
        if (given[place]?.type !== 'Literal') return;
        const about = given[place];
        // Units of operands are part of traces, which the page writes as well: the sentence goes.
        if (/\/facts\//.test(id) && given.length > place + 1) {
          cuts.push({ start: about!.start + 1, end: about.end - 1 });
          return;
        }
        // The sentence and what follows it: unit and source.
        const start = place === 0 ? about!.start : given[place - 1]!.end;
        cuts.push({ start, end: given.at(-1)!.end });
      });
      return { code: without(code, cuts), map: null };
    },
  };
}
