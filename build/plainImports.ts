import type { Plugin } from 'vite';

const helper = '\0vite/preload-helper.js';

/**
 * Parts that are fetched later are fetched by the browser’s own `import()`. Vite’s helper around it
 * would look for styles and preloads of theirs, and there are none: there is one style sheet.
 */
export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    enforce: 'pre',
    apply: 'build',
    resolveId: (id) => (id === helper ? id : undefined),
    load: (id) => (id === helper ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}
