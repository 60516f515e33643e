import { minify } from 'terser';
import type { Plugin } from 'vite';

/**
 * Minifies the part that the first picture waits for once more, after Vite has: the two find
 * different things, and that part is held to a budget.
 */
export function tighter(part: string): Plugin {
  return {
    name: 'tighter',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || chunk.name !== part) continue;
        const { code } = await minify(chunk.code, {
          module: true,
          ecma: 2020,
          compress: { passes: 3 },
        });
        chunk.code = code ?? chunk.code;
      }
    },
  };
}
