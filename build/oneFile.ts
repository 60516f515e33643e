import type { Plugin } from 'vite';

/** Puts every script and style of a page into the page itself, and the page at `fileName`. */
export function oneFile({ page, fileName }: { page: string; fileName: string }): Plugin {
  return {
    name: 'one-file',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const html = bundle[page];
      if (html?.type !== 'asset') throw new Error(`The build has no page ${page}`);
      let text = String(html.source);
      for (const [key, part] of Object.entries(bundle)) {
        const at = key.replaceAll('.', '\\.');
        if (part.type === 'chunk') {
          const tag = new RegExp(`<script[^>]*src="[^"]*${at}"[^>]*></script>`);
          // The text may hold `$&`, which a replacement string would expand.
          // With one file there is nothing to preload, and nobody after this fills the mark in.
          const script = part.code
            .replaceAll('</script', '<\\/script')
            .replaceAll('__VITE_PRELOAD__', 'void 0');
          text = text
            .replace(tag, () => '')
            .replace('</body>', () => `<script type="module">${script}</script></body>`);
          delete bundle[key];
        } else if (key.endsWith('.css')) {
          const tag = new RegExp(`<link[^>]*href="[^"]*${at}"[^>]*>`);
          text = text.replace(tag, () => `<style>${String(part.source)}</style>`);
          delete bundle[key];
        }
      }
      delete bundle[page];
      // The redirect for pages opened from disk has done its work once this page is open.
      text = text.replace(/<script data-from-disk>[\s\S]*?<\/script>/, '');
      this.emitFile({ type: 'asset', fileName, source: text });
    },
  };
}
