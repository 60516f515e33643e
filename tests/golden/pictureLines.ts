/**
 * A drawing as text: a line per element that is drawn, sorted. It says whose mark it is (the thing’s
 * id), what kind of mark (element and classes), where (its numbers, whole px, with those of the
 * groups around it), and what is written. Nothing in it depends on fonts or on a browser.
 */
export function pictureLines(markup: string): string[] {
  const counts = new Map<string, number>();
  for (const line of marksIn(markup)) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].map(([line, count]) => (count > 1 ? `${line} ×${count}` : line)).sort();
}

interface Open {
  readonly tag: string;
  /** Whose marks are in it, and how it moves them. */
  readonly owner: string;
  readonly moved: string;
  readonly line: string;
  text: string;
}

const token = /<!--[\s\S]*?-->|<(\/?)([a-z]+)((?:\s[^<>]*?)?)(\/?)>|([^<]+)/gi;
const attribute = /([a-z][\w:-]*)="([^"]*)"/gi;
/** What ties an element to the styles of its component, as `svelte.config.js` writes it: the last class. */
const scope = /(^|\s)s[0-9a-z]{3,4}\s*$/;
/** Attributes that say where a mark is; others are said by its classes or repeat what is said. */
const places = ['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'width', 'height', 'd'];
const looks = ['opacity', 'href', 'fill', 'stroke', 'stroke-width', 'style'];

function marksIn(markup: string): string[] {
  const lines: string[] = [];
  const open: Open[] = [];
  const close = ({ line, text, tag, owner }: Open): void => {
    const said = text.replace(/\s+/g, ' ').trim();
    if (line || said) lines.push(`${owner} ${line || tag}${said ? ` "${said}"` : ''}`);
  };
  for (const [, end, tag, given, alone, text] of markup.matchAll(token)) {
    if (text !== undefined) {
      const inside = open.at(-1);
      if (inside) inside.text += text;
    } else if (end) close(open.pop()!);
    else if (tag) {
      const element = elementOf(tag, given ?? '', open.at(-1));
      if (alone) close(element);
      else open.push(element);
    }
  }
  if (open.length > 0) throw new Error(`A picture ends within ${open.at(-1)!.tag}`);
  return lines;
}

function elementOf(tag: string, given: string, around: Open | undefined): Open {
  const said = new Map(
    [...given.matchAll(attribute)].map(([, name, value]) => [name ?? '', value ?? '']),
  );
  const own = said.get('data-id') ?? said.get('data-mark');
  const moved = [around?.moved, whole(said.get('transform') ?? '')].filter(Boolean).join(' ');
  const classes = (said.get('class') ?? '')
    .replace(scope, '')
    .split(/\s+/)
    .filter((name) => name !== '')
    .map((name) => `.${name}`)
    .join('');
  const where = places.flatMap((name) => numbersOf(name, said.get(name)));
  const look = looks.flatMap((name) => (said.has(name) ? [`${name}=${said.get(name)}`] : []));
  const label = said.get('aria-label');
  // A group is no mark, but one that is a thing says what it is called.
  const isMark = where.length > 0 || label !== undefined || tag === 'use';
  const line = isMark
    ? [`${tag}${classes}`, ...where, moved && `@${moved}`, ...look, label && `(${label})`]
        .filter(Boolean)
        .join(' ')
    : '';
  return { tag, owner: own ?? around?.owner ?? '-', moved, line, text: '' };
}

const numbersOf = (name: string, value: string | undefined): string[] =>
  value === undefined ? [] : [name === 'd' ? whole(value) : `${name}${whole(value)}`];

/** All numbers of a text to whole px; tenths where a mark is smaller than that. */
const whole = (text: string): string =>
  text.replace(/-?\d*\.\d+/g, (number) => {
    const value = Number(number);
    return String(Math.abs(value) < 10 ? Math.round(value * 10) / 10 : Math.round(value));
  });
