/** A picture of the gallery: of what, when and why, and its lines (see `pictureLines.ts`), each once. */
export interface Drawn {
  readonly scenario: string;
  readonly moment: string;
  readonly lines: readonly string[];
}

/** A picture as the lines by which it differs from one that stands before it. */
interface Kept {
  readonly scenario: string;
  readonly moment: string;
  /** The place of that picture in the file; null for none. */
  readonly like: number | null;
  readonly without: readonly string[];
  readonly with: readonly string[];
}

const missing = (from: readonly string[], than: readonly string[]): string[] => {
  const other = new Set(than);
  return from.filter((line) => !other.has(line));
};

/** The place before `i` of the picture from which it differs least, if that is short to say. */
function nearest(lines: readonly ReadonlySet<string>[], i: number): number | null {
  let [found, least]: [number | null, number] = [null, lines[i]!.size];
  for (let j = i - 1; j >= 0 && least > 0; j--) {
    let shared = 0;
    for (const line of lines[i]!) if (lines[j]!.has(line)) shared++;
    const far = lines[i]!.size + lines[j]!.size - 2 * shared;
    if (far < least) [found, least] = [j, far];
  }
  return found;
}

/** Pictures as a file, a line of text per line of it, so that a review shows what became different. */
export function packed(drawn: readonly Drawn[]): string {
  const sets = drawn.map(({ lines }) => new Set(lines));
  const kept = drawn.map(({ scenario, moment, lines }, i): Kept => {
    const like = nearest(sets, i);
    const before = like === null ? [] : drawn[like]!.lines;
    return {
      scenario,
      moment,
      like,
      without: missing(before, lines),
      with: missing(lines, before),
    };
  });
  return `${JSON.stringify(kept, null, 1)}\n`;
}

/** What `packed` wrote. */
export function unpacked(text: string): Drawn[] {
  const drawn: Drawn[] = [];
  for (const { scenario, moment, like, without, with: more } of JSON.parse(text) as Kept[]) {
    const before = like === null ? [] : drawn[like]!.lines;
    drawn.push({ scenario, moment, lines: [...missing(before, without), ...more] });
  }
  return drawn;
}

/** So many lines say what became of a picture, and so many pictures what became of all. */
const few = { lines: 4, pictures: 12 } as const;

/** Which pictures are not as they were, each with the first lines that differ. */
export function difference(kept: readonly Drawn[], drawn: readonly Drawn[]): string[] {
  const keyOf = ({ scenario, moment }: Drawn): string => `${scenario} at ${moment}`;
  const was = new Map(kept.map((each) => [keyOf(each), each.lines]));
  const is = new Map(drawn.map((each) => [keyOf(each), each.lines]));
  const found: string[] = [];
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [before, now] = [was.get(key), is.get(key)];
    if (!before || !now) found.push(`${key}: ${before ? 'is gone' : 'is new'}`);
    else {
      const gone = missing(before, now).map((line) => `- ${line}`);
      const come = missing(now, before).map((line) => `+ ${line}`);
      if (gone.length + come.length > 0)
        found.push(
          [`${key}:`, ...gone.slice(0, few.lines), ...come.slice(0, few.lines)].join('\n'),
        );
    }
  }
  const more = found.length - few.pictures;
  return more > 0 ? [...found.slice(0, few.pictures), `and ${more} more`] : found;
}
