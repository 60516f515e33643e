import { bandsOf } from './spaceTimeBands.ts';
import type { Bands } from './spaceTimeBands.ts';
import { Labels, widthOf } from './spaceTimeLabels.ts';
import type { Label } from './spaceTimeLabels.ts';
import { linesOf } from './spaceTimeLines.ts';
import type { DrawnMessage, LinePath } from './spaceTimeLines.ts';
import { ownersOf, spansOf } from './spaceTimeStateMarks.ts';
import type { OwnerMark, SpanMark } from './spaceTimeStateMarks.ts';
import { missesOf, writeMessages } from './spaceTimeTexts.ts';
import type { MissMark } from './spaceTimeTexts.ts';
import { sampleText } from './spaceTimeView.ts';
import type { View } from './spaceTimeView.ts';

/** All marks of the diagram, up to a little beyond the playhead. Lengths in px. */
export interface SpaceTimeDrawing extends Omit<Bands, 'crosses'> {
  readonly spans: readonly SpanMark[];
  readonly owners: readonly OwnerMark[];
  readonly paths: readonly LinePath[];
  readonly misses: readonly MissMark[];
  /** Lines through all rows, by what they are. */
  readonly hairs: { readonly fault: string; readonly calm: string };
  /** Dots for what is no mark of its own: events, and what only the full log tells. */
  readonly dots: { readonly loud: string; readonly quiet: string };
  /** Crosses where something was lost or torn away. */
  readonly crosses: string;
  readonly texts: readonly Label[];
  /** What of all that travels is left out. */
  readonly note: string;
  readonly drawn: readonly DrawnMessage[];
}

const arm = 4.5;
/** Dots and lines closer than this are one, px. */
const together = 3;

const crossOf = ([x, y]: readonly [number, number]): string =>
  `M${(x - arm).toFixed(1)} ${y - arm}l${2 * arm} ${2 * arm}m0 ${-2 * arm}l${-2 * arm} ${2 * arm}`;

function dotsOf(view: View): SpaceTimeDrawing['dots'] {
  const dots = { loud: '', quiet: '' };
  const taken = new Set<string>();
  const place = (loud: boolean): void =>
    view.fold.dots.visit(view.from, view.until, (dot) => {
      if (dot.loud !== loud || dot.at < view.from || dot.at > view.until) return;
      const y = view.layout.ys[dot.place]!;
      if (Number.isNaN(y)) return;
      const x = view.x(dot.at);
      const key = `${Math.round(x / together)} ${y}`;
      if (taken.has(key)) return;
      taken.add(key);
      dots[loud ? 'loud' : 'quiet'] += `M${x.toFixed(1)} ${y}h0`;
    });
  place(true);
  place(false);
  return dots;
}

function hairsOf(view: View): SpaceTimeDrawing['hairs'] {
  const hairs = { fault: '', calm: '' };
  let last = -Infinity;
  for (const { at, fault } of view.fold.across) {
    const x = view.x(at);
    if (at < view.from || at > view.until || x - last < together) continue;
    last = x;
    hairs[fault ? 'fault' : 'calm'] += `M${x.toFixed(1)} 0V${view.layout.height}`;
  }
  return hairs;
}

/** Rows on which bands, pills and owners lie are free of other texts, over all of the window. */
function keepClear(view: View, labels: Labels, left: number, width: number): void {
  for (const { table, row, y, height } of view.layout.rows) {
    if (row === 0 || table === 'host' || table === 'fabric') labels.block(left, y - 2, width, 3);
    else if (table === 'server') labels.block(left, y - 8, width, 16);
    else if (table === 'shelf') labels.block(left, y - 14, width, 40);
    else labels.block(left, y - Math.min(14, height / 3), width, 2 * Math.min(14, height / 3));
  }
}

/**
 * Draws the part of a fold that a view asks for.
 * @param rowLabels labels of rows that stand in the drawing and keep other texts away
 */
export function drawSpaceTime(view: View, rowLabels: readonly Label[]): SpaceTimeDrawing {
  const left = view.x(view.from);
  const width = view.x(view.to) - left;
  const labels = new Labels(left, left + width, view.layout.height);
  for (const { x, y, text } of rowLabels) labels.block(x, y - 11, widthOf(text) + 10, 15);
  const { bands, strands, chips, crosses } = bandsOf(view, labels);
  keepClear(view, labels, left, width);
  const lines = linesOf(view);
  const misses = missesOf(view, labels);
  writeMessages(lines.drawn, view, labels);
  const spans = spansOf(view);
  const owners = ownersOf(view);
  return {
    bands,
    strands,
    chips,
    spans: spans.spans,
    owners: owners.owners,
    paths: lines.paths,
    misses,
    hairs: hairsOf(view),
    dots: dotsOf(view),
    crosses: [...crosses, ...spans.crosses, ...lines.crosses].map(crossOf).join(''),
    texts: [...spans.texts, ...owners.texts, ...labels.placed],
    note: sampleText(view.requestSample, view.beatSample),
    drawn: lines.drawn,
  };
}
