import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { Told } from './drawGallery.ts';
import { madeOf } from './madeOf.ts';

const index = 'virtual:gallery';
const part = 'virtual:gallery/';
const maker = fileURLToPath(new URL('./drawGallery.ts', import.meta.url));

interface Made {
  readonly told: ReadonlyMap<string, Told>;
  /** Files of which it was made. */
  readonly from: readonly string[];
}

/**
 * Runs every scenario of the menu to its end at build time and keeps the cluster at its moments: the
 * gallery then needs no engine. What is told of all scenarios is one part, and the clusters of each
 * are a part of their own, fetched when they come into view.
 */
export function galleryPictures(): Plugin {
  let made: Promise<Made> | undefined;
  const make = async (): Promise<Made> => {
    const from: string[] = [];
    const { drawGallery } = await madeOf<{ drawGallery: () => Told[] }>(
      { addWatchFile: (file) => void from.push(file) },
      maker,
    );
    return { told: new Map(drawGallery().map((each) => [each.entry.id, each])), from };
  };
  return {
    name: 'gallery-pictures',
    resolveId: (id) => (id === index || id.startsWith(part) ? `\0${id}` : undefined),
    watchChange() {
      made = undefined;
    },
    async load(id) {
      if (!id.startsWith(`\0${index}`)) return undefined;
      const { told, from } = await (made ??= make());
      for (const file of from) this.addWatchFile(file);
      if (id !== `\0${index}`) {
        const { kept } = told.get(id.slice(part.length + 1))!;
        return `export default ${asJson(kept)}`;
      }
      const loads = [...told.keys()].map(
        (each) => `${JSON.stringify(each)}: () => import(${JSON.stringify(part + each)})`,
      );
      return [
        `export const entries = ${asJson([...told.values()].map(({ entry }) => entry))};`,
        `export const clusters = { ${loads.join(', ')} };`,
      ].join('\n');
    },
  };
}

/** A text that is parsed is read faster than code. */
const asJson = (value: unknown): string => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
