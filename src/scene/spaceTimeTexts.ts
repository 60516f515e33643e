import type { DrawnMessage } from './spaceTimeLines.ts';
import type { Labels, Spot } from './spaceTimeLabels.ts';
import type { Message } from './spaceTimeMarks.ts';
import type { View } from './spaceTimeView.ts';

/** The same is written again after this part of the window. */
const again = 0.2;

/**
 * Which messages say what they are, those first that tell most. Of the rest nothing is written: each
 * says it when it is pointed at.
 */
function rankOf({ sort, text, turn, about }: Message): number {
  if (sort === 'request') return text === 'first answer' ? 0 : -1;
  if (sort === 'disks' || sort === 'word') return 0;
  if (sort === 'names') return 2;
  if (sort === 'login') return turn === 0 || about === 0 ? -1 : 1;
  if (sort === 'host') return about === 0 || text.startsWith('“') ? 3 : -1;
  return -1;
}

/** Writes beside messages what they say, where there is room. */
export function writeMessages(drawn: readonly DrawnMessage[], view: View, labels: Labels): void {
  const lastAt = new Map<string, number>();
  const width = view.x(view.to) - view.x(view.from);
  const ranked = drawn
    .map((each) => ({ ...each, rank: rankOf(each.message) }))
    .filter(({ message, rank }) => rank >= 0 && message.stops.at(-2)! <= view.seen)
    .sort((a, b) => a.rank - b.rank || a.points[0]! - b.points[0]!);
  for (const { message, points } of ranked) {
    const [x0, y0, x1, y1] = points as [number, number, number, number];
    const before = lastAt.get(message.text);
    if (before !== undefined && Math.abs(x0 - before) < width * again) continue;
    const spots = [0.5, 0.35, 0.65, 0.2, 0.8].flatMap((share): Spot[] => {
      const [x, y] = [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share + 4];
      return [
        [x + 7, y, 'start'],
        [x - 7, y, 'end'],
      ];
    });
    if (labels.write(view.say(message.text), message.sort, spots)) lastAt.set(message.text, x0);
  }
}

/** A heartbeat that did not come: a broken line that ends in an open ring. */
export interface MissMark {
  readonly d: string;
  readonly x: number;
  readonly y: number;
}

/** The heartbeats that did not come, counted. */
export function missesOf(view: View, labels: Labels): MissMark[] {
  const marks: MissMark[] = [];
  const { missesAllowed } = view.plan.settings;
  for (const { at, from, place, inARow } of view.fold.messages.missed) {
    if (at < view.from || at > view.until) continue;
    const [y0, y1] = [view.layout.ys[from]!, view.layout.ys[place]!];
    if (Number.isNaN(y0) || Number.isNaN(y1) || y0 === y1) continue;
    const x = view.x(at);
    const down = Math.sign(y1 - y0);
    const y = y1 - 12 * down;
    const start = y1 - down * Math.min(44, Math.abs(y1 - y0) - 10);
    marks.push({
      d: `M${(x - 7).toFixed(1)} ${start}L${(x - 0.5).toFixed(1)} ${y - 3 * down}`,
      x,
      y,
    });
    if (at > view.seen) continue;
    const text = inARow >= missesAllowed ? `${inARow} missed` : `${inARow}`;
    labels.write(view.say(text), 'missed', [[x + 4, (start + y) / 2 + 2, 'start']]);
  }
  return marks;
}
