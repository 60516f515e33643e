import type { Plugin } from 'vite';

/**
 * The first look into a page’s storage takes a browser some milliseconds: each page takes it while
 * its scripts are on their way. In many frames storage is refused.
 */
export const earlyStorage = (): Plugin => ({
  name: 'early-storage',
  transformIndexHtml: () => [
    { tag: 'script', children: 'try{localStorage.length}catch{}', injectTo: 'head' },
  ],
});
