import { kindAt, readFact } from '../model/fact.ts';
import { kindList } from '../model/kinds.ts';
import type { Thing } from '../model/plan.ts';
import { sentenceOf } from '../scene/sentences.ts';
import type { Format } from './format.ts';
import { endsOf, placeOf } from './messages.ts';
import { exactClock, oneLine } from './plainText.ts';
import { thingWords } from './thingWords.ts';

/** Events that a diagram shows; a longer one is neither drawn in reasonable time nor read. */
export const mostEvents = 200;

/** Participants from left to right, as the page has them from top to bottom. */
const columns = ['host', 'fabric', 'server'] as const;
const letter: Readonly<Partial<Record<Thing['table'], string>>> = {
  host: 'H',
  fabric: 'F',
  server: 'S',
};

/**
 * Text that means nothing to Mermaid: a semicolon ends its statements, `#` begins an entity, and
 * `<` begins markup where a page allows it.
 */
export const escaped = (text: string): string =>
  oneLine(text).replace(/[#;<>]/g, (sign) => `#${sign.charCodeAt(0)};`);

const idOf = ({ table, row }: Thing): string => `${letter[table]!}${row}`;

/** A sequence diagram of the events: messages as arrows, all others as notes. */
export const mermaid: Format = {
  id: 'mermaid',
  title: 'Mermaid',
  extension: 'mmd',
  type: 'text/plain',
  writer: (_plan, { say }) => {
    const participants = new Map<string, { readonly thing: Thing; readonly name: string }>();
    const lines: string[] = [];
    let left = 0;
    return {
      begin: () => 'sequenceDiagram\n',
      fact: (w, words, i, seq) => {
        if (kindList[kindAt(words, i)]!.loudness !== 'event') return '';
        if (lines.length === mostEvents) {
          left++;
          return '';
        }
        const fact = readFact(words, i, seq - i);
        const ends = endsOf(w, fact);
        const place = ends ? null : placeOf(w, fact);
        for (const thing of ends ?? (place ? [place] : []))
          participants.set(idOf(thing), { thing, name: say(thingWords(w, thing)) });
        const text = escaped(`${exactClock(fact.at)} ${say(sentenceOf(w, fact))}`);
        if (ends) lines.push(`${idOf(ends[0])}->>${idOf(ends[1])}: ${text}`);
        else lines.push(`Note over ${place ? idOf(place) : '*'}: ${text}`);
        return '';
      },
      end: () => {
        if (participants.size === 0) participants.set('R', { thing: nobody, name: 'The run' });
        const sorted = [...participants].sort(
          ([, a], [, b]) => rank(a.thing) - rank(b.thing) || a.thing.row - b.thing.row,
        );
        // What concerns nobody in particular is noted across all.
        const ids = sorted.map(([id]) => id);
        const across = [...new Set([ids[0]!, ids.at(-1)!])].join(',');
        if (left > 0) {
          const more = left.toLocaleString('en');
          lines.push(
            `Note over *: Only the first ${mostEvents} events are drawn, ${more} more follow`,
          );
        }
        return [
          ...sorted.map(([id, { name }]) => `participant ${id} as ${escaped(name)}`),
          ...lines.map((line) => line.replace('Note over *:', `Note over ${across}:`)),
        ]
          .map((line) => `    ${line}\n`)
          .join('');
      },
    };
  },
};

const nobody: Thing = { table: 'server', row: 0 };
const rank = ({ table }: Thing): number => columns.indexOf(table as (typeof columns)[number]);
