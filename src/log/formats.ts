import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { jsonLines } from './jsonLines.ts';
import { mermaid } from './mermaid.ts';
import { plainText } from './plainText.ts';

/** Every kind of file that the log can be written as. */
export const formats: readonly Format[] = [plainText, csv, jsonLines, mermaid];

/** The format of a file of this name, by its extension; null for one that is none of them. */
export const formatOf = (file: string): Format | null =>
  formats.find(({ extension }) => file.toLowerCase().endsWith(`.${extension}`)) ?? null;
