import { readFact } from '../model/fact.ts';
import type { Format } from './format.ts';
import { LogText } from './logText.ts';

/** `12.500123` from 12 500 123 µs: seconds to the microsecond. */
export const exactClock = (at: number): string => {
  const micros = String(at).padStart(7, '0');
  return `${micros.slice(0, -6).padStart(2, '0')}.${micros.slice(-6)}`;
};

/** Control characters would break a line in two; as spaces they break nothing. */
export const oneLine = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ');

/** One fact a line: its instant in seconds, and its text in the length asked for. */
export const plainText: Format = {
  id: 'text',
  title: 'Text',
  extension: 'txt',
  type: 'text/plain',
  writer: (plan, { length, say }) => {
    const text = new LogText(plan);
    return {
      begin: () => '',
      fact: (w, words, i, seq) => {
        const fact = readFact(words, i, seq - i);
        const told = text.of(length, w, fact);
        return `${exactClock(fact.at)}  ${oneLine(length === 'expert' ? told : say(told))}\n`;
      },
      end: () => '',
    };
  },
};
