import { parseArgs } from 'node:util';
import { nearest } from '../content/reader.ts';
import type { Problem } from '../content/reader.ts';

/** The options of a subcommand: whether each takes a value, and whether it may come again. */
export type OptionTable = Readonly<Record<string, 'flag' | 'value' | 'values'>>;

export interface Given {
  readonly words: readonly string[];
  /** Values of each option that was given; a flag has one empty value. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly Problem[];
}

/** Reads the arguments of a subcommand. Every subcommand also knows `--help` and `-h`. */
export function optionsOf(args: readonly string[], table: OptionTable): Given {
  const known: OptionTable = { ...table, help: 'flag' };
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(known).map(([name, kind]) => [
        name,
        {
          type: kind === 'flag' ? ('boolean' as const) : ('string' as const),
          ...(name === 'help' && { short: 'h' }),
        },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const words: string[] = [];
  const values = new Map<string, string[]>();
  const problems: Problem[] = [];
  const problem = (where: string, what: string, hint: string): void =>
    void problems.push({ where, what, hint });
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const kind = Object.hasOwn(known, name) ? known[name]! : null;
    if (kind === null) {
      const near = nearest(name, Object.keys(known));
      problem(
        rawName,
        'There is no such option.',
        near ? `Did you mean --${near}?` : 'See --help.',
      );
    } else if (kind === 'flag' && value !== undefined) {
      problem(rawName, 'It takes no value.', `Write ${rawName} alone.`);
    } else if (kind !== 'flag' && (value === undefined || value === '')) {
      problem(rawName, 'It needs a value.', 'See --help.');
    } else if (kind !== 'values' && values.has(name) && kind !== 'flag') {
      problem(rawName, 'It is given twice.', 'Leave one out.');
    } else {
      values.set(name, [...(values.get(name) ?? []), value ?? '']);
    }
  }
  return { words, values, problems };
}
