import type { Dialect } from './dialect.ts';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Remembered texts beyond this many are forgotten: sentences hold instants and are without end. */
const most = 2_000;

/**
 * Says texts of ours in the words of a dialect. The longest term counts, a capital stays a capital,
 * and what was replaced is not replaced again.
 */
export function sayer(dialect: Dialect): (text: string) => string {
  const terms = new Map(
    dialect.glossaries.flatMap(({ terms }) => terms.map(({ ours, theirs }) => [ours, theirs])),
  );
  if (terms.size === 0) return (text) => text;
  const longestFirst = [...terms.keys()].sort((a, b) => b.length - a.length);
  // Not \b: a term may end in a full stop.
  const any = longestFirst.map(escaped).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${any})(?![\\p{L}\\d])`, 'giu');
  const said = new Map<string, string>();
  return (text) => {
    let answer = said.get(text);
    if (answer === undefined) {
      answer = text.replace(pattern, (found) => {
        const theirs = terms.get(found.toLowerCase()) ?? found;
        return /^\p{Lu}/u.test(found) ? capital(theirs) : theirs;
      });
      if (said.size >= most) said.clear();
      said.set(text, answer);
    }
    return answer;
  };
}
