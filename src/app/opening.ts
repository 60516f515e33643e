import first from 'virtual:first-scenario';
import type { Opened } from '../content/opened.ts';
import { unpack } from '../content/opened.ts';
import type { Problem } from '../content/reader.ts';

/** A scenario ready to run, or every mistake in it. */
export type Opening =
  | { readonly ok: true; readonly opened: Opened }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The scenario that opens first: it was laid out when the page was built. */
export const firstScenario = (): Opened => unpack(first);

/** A scenario of the gallery by its id, or what is wrong with the id. */
export async function openGallery(id: string): Promise<Opening> {
  if (id === first.plan.id) return { ok: true, opened: firstScenario() };
  const { galleryScenario } = await import('./reading.ts');
  return galleryScenario(id);
}

/** A scenario file that the page can show, or every problem of it. */
export async function openFile(file: File): Promise<Opening> {
  const { fileScenario } = await import('./reading.ts');
  return fileScenario(file);
}
