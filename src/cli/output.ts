import type { Problem } from '../content/reader.ts';
import type { Refused } from '../report/report.ts';

/** Exit codes: all holds; an invariant or expectation does not; bad input; our own mistake. */
export const exit = { holds: 0, broken: 1, badInput: 2, interrupted: 130, ownMistake: 70 } as const;

export const print = (text: string): void => void process.stdout.write(`${text}\n`);
export const complain = (text: string): void => void process.stderr.write(`understudy: ${text}\n`);

/** Tells every problem with its place, its reason and what to try, one line each. */
export function tellProblems(problems: readonly Problem[]): typeof exit.badInput {
  for (const { where, what, hint } of problems) complain(`${where}: ${what} ${hint}`);
  return exit.badInput;
}

/** Tells commands that were refused at their moment. */
export const tellRefused = (refused: readonly Refused[], place = ''): typeof exit.badInput =>
  tellProblems(
    refused.map(({ at, command, thing, what, hint }) => ({
      where: `${place}${secondsText(at)} ${command} ${thing}`,
      what,
      hint,
    })),
  );

/** `12.345 s` from 12 345 678 µs: three decimals, cut and never rounded up. */
export const secondsText = (micros: number): string =>
  `${(Math.floor(micros / 1_000) / 1_000).toFixed(3)} s`;

/** Lines of at most `width` characters, broken between words; those after the first indented. */
export function wrapped(text: string, indent = '', width = 80): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length > width - (lines.length === 0 ? 0 : indent.length) && line !== '') {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line].join(`\n${indent}`);
}

/** Rows as columns, each as wide as its widest cell; the last column is not filled up. */
export function columns(rows: readonly (readonly string[])[], gap = '  '): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)));
  return rows
    .map((row) =>
      row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i]!))).join(gap),
    )
    .join('\n');
}
