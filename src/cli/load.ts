import { closeSync, openSync, readSync } from 'node:fs';
import { fromGallery, menu } from '../content/gallery.ts';
import { nearest } from '../content/reader.ts';
import type { Problem } from '../content/reader.ts';
import { largestFile, parseText } from '../content/scenario.ts';
import type { Scenario } from '../content/scenario.ts';

export type Loaded =
  | { readonly ok: true; readonly scenario: Scenario; readonly fromFile: boolean }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const refuse = (where: string, what: string, hint: string): Loaded => ({
  ok: false,
  problems: [{ where, what, hint }],
});

/** A scenario of the gallery by its id, or one in a file. Places of problems begin with the file. */
export function load(name: string): Loaded {
  const known = fromGallery(name);
  if (known) return { ok: true, scenario: known, fromFile: false };
  const shown = name.length > 200 ? `${name.slice(0, 200)}…` : name;
  let bytes: Uint8Array | null;
  try {
    bytes = readCapped(name);
  } catch (error) {
    return cannotRead(shown, error);
  }
  if (!bytes)
    return refuse(shown, 'The file is larger than 5 MB.', 'A scenario is a few kilobytes.');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(shown, 'The file is not text in UTF-8.', 'Save it as UTF-8.');
  }
  const parsed = parseText(text);
  if (parsed.ok) return { ...parsed, fromFile: true };
  const problems = parsed.problems.map((each) => ({
    ...each,
    where: `${shown} ${each.where}`.trimEnd(),
  }));
  return { ok: false, problems };
}

function cannotRead(name: string, error: unknown): Loaded {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT' || code === 'ERR_INVALID_ARG_VALUE') {
    const near = nearest(
      name,
      menu.map(({ id }) => id),
    );
    return refuse(
      name,
      'There is no file and no scenario of this name.',
      near ? `Did you mean ${near}?` : 'See understudy list.',
    );
  }
  if (code === 'EISDIR') return refuse(name, 'This is a folder.', 'Name a file in it.');
  return refuse(name, `The file cannot be read (${code}).`, 'Check who may read it.');
}

/** All bytes of a file; null as soon as there are more than a scenario may have. */
function readCapped(path: string): Uint8Array | null {
  const bytes = new Uint8Array(largestFile + 1);
  const file = openSync(path, 'r');
  try {
    let length = 0;
    for (;;) {
      const read = readSync(file, bytes, length, bytes.length - length, null);
      length += read;
      if (length > largestFile) return null;
      if (read === 0) return bytes.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}
