import type { Plugin } from 'vite';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

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
      const cuts: { start: number; end: number }[] = [];
      walk(this.parse(code) as unknown as Node, (property) => {
        const key = property['key'] as { name?: string };
        if (keys.has(key.name ?? '')) cuts.push(property);
      });
      let kept = code;
      for (const { start, end } of cuts.sort((a, b) => b.start - a.start)) {
        const after = /^\s*,/.exec(kept.slice(end))?.[0].length ?? 0;
        kept = `${kept.slice(0, start)}${kept.slice(end + after)}`;
      }
      return { code: kept, map: null };
    },
  };
}

/** Every property of an object that is written down, not those that are taken apart. */
function walk(node: unknown, visit: (property: Node) => void): void {
  if (Array.isArray(node)) {
    for (const each of node) walk(each, visit);
  } else if (typeof node === 'object' && node !== null) {
    if ((node as Node).type === 'ObjectExpression') {
      for (const property of node['properties' as never] as Node[])
        if (property.type === 'Property') visit(property);
    }
    for (const each of Object.values(node)) walk(each, visit);
  }
}
