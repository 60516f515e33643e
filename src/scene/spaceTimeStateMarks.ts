import { identityOf } from './look.ts';
import { widthOf } from './spaceTimeLabels.ts';
import type { Label } from './spaceTimeLabels.ts';
import type { SpanLook } from './spaceTimeMarks.ts';
import type { View } from './spaceTimeView.ts';

/** What a server does, as a pill on its row, px; a server that does nothing has none. */
export interface SpanMark {
  readonly key: string;
  readonly look: SpanLook;
  readonly x: number;
  readonly y: number;
  readonly w: number;
}

/** The owner of a shelf, px: the body says who owns it, the foot whose it is. */
export interface OwnerMark {
  readonly key: string;
  readonly owner: number;
  readonly home: number;
  readonly away: boolean;
  readonly x: number;
  readonly y: number;
  readonly w: number;
}

export const pill = 16;
export const shelf = { body: 14, foot: 7 };

/** The pills of servers, with a cross where one stopped, and what they say. */
export function spansOf(view: View): {
  readonly spans: SpanMark[];
  readonly texts: Label[];
  readonly crosses: [x: number, y: number][];
} {
  const spans: SpanMark[] = [];
  const texts: Label[] = [];
  const crosses: [x: number, y: number][] = [];
  const { from, until, seen, x, layout } = view;
  view.fold.states.spans.forEach((span, i) => {
    const { place, look, to } = span;
    if (span.from > until || (to ?? Infinity) < from || !(layout.heights[place]! > 0)) return;
    const y = layout.ys[place]!;
    const left = x(Math.max(from, span.from));
    const w = x(Math.min(to ?? Infinity, until, view.to)) - left;
    if (look === 'down') {
      if (span.from >= from && span.from > 0) crosses.push([left, y]);
    } else if (w > 0) spans.push({ key: `${place} ${i}`, look, x: left, y: y - pill / 2, w });
    const text = view.say(span.text);
    const room = x(Math.min(to ?? Infinity, seen, view.to)) - left;
    if (room < widthOf(text) + 16) return;
    texts.push({ x: left + (look === 'down' ? 12 : 9), y: y + 4, text, is: look, anchor: 'start' });
  });
  return { spans, texts, crosses };
}

/** The owners of shelves, and whose they are in words. */
export function ownersOf(view: View): {
  readonly owners: OwnerMark[];
  readonly texts: Label[];
} {
  const owners: OwnerMark[] = [];
  const texts: Label[] = [];
  const { from, until, seen, x, layout, plan } = view;
  const letter = (server: number): string => plan.ids.server?.[server] ?? '';
  view.fold.states.owners.forEach((span, i) => {
    const { place, owner, home, to } = span;
    if (span.from > until || (to ?? Infinity) < from || !(layout.heights[place]! > 0)) return;
    const left = x(Math.max(from, span.from));
    const w = x(Math.min(to ?? Infinity, until, view.to)) - left;
    const y = layout.ys[place]! - shelf.body + 1;
    const away = owner !== home;
    const mark = { owner: identityOf(owner), home: identityOf(home), away };
    if (w > 0) owners.push({ key: `${place} ${i}`, ...mark, x: left, y, w });
    const text = view.say(
      away ? `owner ${letter(owner)}, home still ${letter(home)}` : `owner ${letter(owner)}`,
    );
    const room = x(Math.min(to ?? Infinity, seen, view.to)) - left;
    if (room < widthOf(text) + 16) return;
    const under = y + shelf.body + shelf.foot + 12;
    texts.push({ x: left + 9, y: under, text, is: 'owner', anchor: 'start' });
  });
  return { owners, texts };
}
