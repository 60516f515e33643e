import { aligned } from '../model/aligned.ts';
import type { Thing } from '../model/plan.ts';
import { clock } from '../model/time.ts';
import type { Micros } from '../model/time.ts';
import type { World } from '../model/world.ts';
import { linesOf } from './lines/index.ts';
import { rawState } from './rawState.ts';
import { tablesFor } from './tables/index.ts';
import { thingText } from './thingText.ts';

const underlined = (title: string): string => `${title}\n${'-'.repeat(title.length)}`;

/**
 * All that the inspector says of a thing, as plain text: every table in full, names with all eight
 * bytes.
 * @param raw with the raw state below
 */
export function asText(w: World, thing: Thing, at: Micros, raw = false): string {
  const title = `${thingText(w, thing)} at ${clock(at)} s, ${w.plan.title}`;
  const parts = [
    `${title}\n${'='.repeat(title.length)}`,
    aligned(linesOf(w, thing).map(({ label, value }) => [label, value])),
    ...tablesFor(thing).map(({ title: heading, columns, rows, none }) => {
      const found = rows(w, thing).map(({ cells }) => cells);
      return `${underlined(heading)}\n${found.length ? aligned([columns, ...found]) : none}`;
    }),
  ];
  if (raw) {
    const cells = rawState(w, thing).map(({ column, number, word }) => [
      column,
      String(number),
      word,
    ]);
    parts.push(`${underlined('Raw state')}\n${aligned(cells)}`);
  }
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
