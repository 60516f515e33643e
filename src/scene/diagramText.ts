/** Widths of the drawing’s face by letter, as shares of the font size; what is not listed is `usual`. */
const widths: readonly (readonly [string, number])[] = [
  ['ijlI.,’', 0.27],
  [' ', 0.21],
  ['frt1-', 0.4],
  ['svyzack2', 0.54],
  ['wAHNVCDGOQ&', 0.77],
  ['mMW', 0.98],
];
const usual = 0.63;
const widthOf = new Map(widths.flatMap(([letters, w]) => [...letters].map((each) => [each, w])));

/** How wide a text is, px: an estimate on the safe side, since a pure layer has no fonts to ask. */
export const textWidth = (text: string, size: number): number =>
  Math.ceil([...text].reduce((sum, each) => sum + (widthOf.get(each) ?? usual), 0) * size);

/** What engineers write in capitals, and a word that a delay of its name leaves out. */
const written: Readonly<Record<string, string>> = { els: 'ELS', io: 'I/O' };

const spaced = (key: string): string =>
  key
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase()
    .split(/[\s-]+/)
    .map((word) => written[word] ?? word)
    .join(' ');

/** `Taking over` from `takingOver`. */
export function words(key: string): string {
  const text = spaced(key);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `partner shut down` from the signal `partner-shut-down`, `after flush log` from a delay. */
export const signalWords = (on: string, after: boolean): string =>
  after ? `after ${spaced(on)}` : spaced(on);

/** A text on one line, or on two of about equal width if it is wider than `most`. */
export function wrapped(text: string, size: number, most: number): string[] {
  if (textWidth(text, size) <= most) return [text];
  const parts = text.split(' ');
  let best = [text];
  for (let at = 1; at < parts.length; at++) {
    const lines = [parts.slice(0, at).join(' '), parts.slice(at).join(' ')];
    if (widest(lines, size) < widest(best, size)) best = lines;
  }
  return best;
}

/** The width of the widest of some lines, px. */
export const widest = (lines: readonly string[], size: number): number =>
  Math.max(...lines.map((line) => textWidth(line, size)));
