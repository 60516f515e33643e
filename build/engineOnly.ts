import type { Plugin } from 'vite';
import { walk, without } from './cutting.ts';
import type { Node, Piece } from './cutting.ts';

/** What only people are shown, by the folder whose registries say it: the engine never reads it. */
const shown: readonly (readonly [folder: RegExp, keys: ReadonlySet<string>])[] = [
  [/\/src\/properties\/\w+\.ts$/, new Set(['sentence', 'source', 'group', 'witnesses'])],
  [/\/src\/commands\/\w+\.ts$/, new Set(['reach', 'key', 'glyph'])],
];

/** Leaves out of the engine’s thread what registries say to people: sentences, sources, previews, keys. */
export function engineOnly(): Plugin {
  return {
    name: 'engine-only',
    apply: 'build',
    transform(code, id) {
      const keys = shown.find(([folder]) => folder.test(id))?.[1];
      if (!keys) return undefined;
      const cuts: Piece[] = [];
      // Objects that are written down, not those that are taken apart.
      walk(this.parse(code), 'ObjectExpression', ({ properties }) => {
        for (const property of properties as Node[]) {
          const { name = '' } = (property['key'] ?? {}) as { name?: string };
          if (property.type !== 'Property' || !keys.has(name)) continue;
          const comma = /^\s*,/.exec(code.slice(property.end))?.[0].length ?? 0;
          cuts.push({ start: property.start, end: property.end + comma });
        }
      });
      return { code: without(code, cuts), map: null };
    },
  };
}
