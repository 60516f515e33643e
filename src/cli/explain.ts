import { nearest } from '../content/reader.ts';
import type { Given, OptionTable } from './options.ts';
import { columns, exit, print, tellProblems, wrapped } from './output.ts';
import { registries } from './registries.ts';

export const explainOptions: OptionTable = {};

/** `understudy explain`: what a word means that scenarios, reports and traces use. */
export function explain({ words }: Given): number {
  const [word, ...rest] = words;
  if (word === undefined) {
    print(everything());
    return exit.holds;
  }
  if (rest.length > 0) {
    const hint = 'Ask for one after the other.';
    return tellProblems([{ where: rest[0]!, what: 'One word is explained at a time.', hint }]);
  }
  const texts = registries.flatMap(({ kind, entries }) =>
    entries
      .filter(({ id }) => id.toLowerCase() === word.toLowerCase())
      .map(({ id, paragraphs }) => [
        `${id}: ${kind}`,
        ...paragraphs().map((text) => `  ${wrapped(text, '  ', 78)}`),
      ]),
  );
  if (texts.length > 0) {
    print(texts.map((lines) => lines.join('\n')).join('\n\n'));
    return exit.holds;
  }
  const ids = registries.flatMap(({ entries }) => entries.map(({ id }) => id));
  const near = nearest(word, ids);
  return tellProblems([
    {
      where: word.slice(0, 80),
      what: 'This is unknown.',
      hint: near ? `Did you mean ${near}?` : 'understudy explain lists all words.',
    },
  ]);
}

const everything = (): string =>
  registries
    .map(
      ({ kinds, entries }) =>
        `${kinds}\n${columns(entries.map(({ id, title }) => [`  ${id}`, title]))}`,
    )
    .join('\n\n');
