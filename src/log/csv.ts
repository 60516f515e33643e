import { readFact } from '../model/fact.ts';
import { kindNames } from '../model/kinds.ts';
import { sentenceOf } from '../scene/sentences.ts';
import type { Format } from './format.ts';
import { LogText } from './logText.ts';

/** Columns of the file; `at` is in whole microseconds, `because` is empty where nothing led to it. */
export const csvColumns = ['seq', 'at', 'step', 'because', 'fact', 'fields', 'sentence'] as const;

/** A cell as RFC 4180 has it: in quotes where it holds a quote, a comma or a line break. */
const cell = (value: string | number): string => {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const row = (cells: readonly (string | number)[]): string => `${cells.map(cell).join(',')}\r\n`;

/** A table with a header and one fact a row (RFC 4180). */
export const csv: Format = {
  id: 'csv',
  title: 'CSV',
  extension: 'csv',
  type: 'text/csv',
  writer: (plan, { say }) => {
    const text = new LogText(plan);
    return {
      begin: () => row(csvColumns),
      fact: (w, words, i, seq) => {
        const fact = readFact(words, i, seq - i);
        return row([
          seq,
          fact.at,
          fact.step,
          fact.because < 0 ? '' : fact.because,
          kindNames[fact.kind]!,
          text.fieldsOf(fact),
          say(sentenceOf(w, fact)),
        ]);
      },
      end: () => '',
    };
  },
};
