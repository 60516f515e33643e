import { labelOf } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import { length } from '../model/time.ts';
import { identityOf } from './look.ts';
import type { Labels, Spot } from './spaceTimeLabels.ts';
import type { Band } from './spaceTimeMarks.ts';
import type { View } from './spaceTimeView.ts';

/** A name that lives on a row, px. */
export interface BandMark {
  readonly key: string;
  readonly identity: number;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A name that lives nowhere: strands from where it was to where it is next. */
export interface StrandMark {
  readonly key: string;
  readonly identity: number;
  readonly d: string;
}

export interface ChipMark {
  readonly key: string;
  readonly identity: number;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

export const chip = { w: 38, h: 18 };
const strandsApart = 3;
/** An absence shorter than this is drawn, and not told, µs. */
const told: Micros = 200_000;

/** The height of a band: three have room on a row. */
const bandHeight = (rowHeight: number): number => Math.max(9, Math.min(14, (rowHeight - 5) / 3));

/** The upper edge of a band: at home above the line of its row, others below it, a third above. */
export function bandTop(band: Band, view: View): number {
  const h = bandHeight(view.layout.heights[band.place]!);
  const y = view.layout.ys[band.place]!;
  if (band.lane === 0) return y - h;
  return band.lane === 1 ? y : y - band.lane * h;
}

const middleOf = (band: Band, view: View): number =>
  bandTop(band, view) + bandHeight(view.layout.heights[band.place]!) / 2;

const isShown = (band: Band, view: View): boolean => (view.layout.heights[band.place] ?? 0) > 0;

export interface Bands {
  readonly bands: BandMark[];
  readonly strands: StrandMark[];
  readonly chips: ChipMark[];
  readonly crosses: [x: number, y: number][];
}

/** What is said of an absence, and where its strands are. */
interface Absence {
  readonly text: string;
  readonly identity: number;
  readonly band: Band;
  readonly x: number;
  readonly y: number;
}

/** An absence is told beside its strands, or on them where the next row is near. */
function writeAbsences(absences: readonly Absence[], view: View, labels: Labels): void {
  for (const { text, identity, band, x, y } of absences) {
    const rowHeight = view.layout.heights[band.place]!;
    const half = bandHeight(rowHeight) / 2;
    // Above a name that stands in lies the band of the name at home.
    const beside = band.lane === 1 ? y + half + 13 : y - half - 5;
    const heights = rowHeight < 42 ? [y + 4] : [beside, y + 4];
    labels.write(
      text,
      `nowhere id${identity}`,
      heights.flatMap((at) => [12, 60, 120].map((aside): Spot => [x + aside, at, 'start'])),
    );
  }
}

/** The bands of names, the strands between them, and a chip at the beginning of each. */
export function bandsOf(view: View, labels: Labels): Bands {
  const { from, until, seen, x, fold } = view;
  const marks: Bands = { bands: [], strands: [], chips: [], crosses: [] };
  const left = x(from);
  const texts: Absence[] = [];
  fold.names.bands.forEach((band, i) => {
    if (band.from > until || (band.to ?? Infinity) < from || !isShown(band, view)) return;
    const key = `${band.name} ${i}`;
    const identity = identityOf(fold.wiring.serverOf(band.name));
    const name = labelOf(view.plan, 'vport', band.name);
    const y = bandTop(band, view);
    const h = bandHeight(view.layout.heights[band.place]!);
    const at = Math.max(left, x(band.from));
    const w = x(Math.min(band.to ?? Infinity, until, view.to)) - at;
    if (w > 0) marks.bands.push({ key, identity, name, x: at, y, w, h });
    if (band.cut && band.to !== null && band.to <= until)
      marks.crosses.push([x(band.to), y + h / 2]);
    if (band.from > seen) return;
    const place = { x: Math.max(left + 4, at - 3), y: y + h / 2 - chip.h / 2 };
    // Chips of two names that begin together stand side by side.
    while (marks.chips.some((other) => overlap(other, place))) place.x += chip.w + 6;
    if (place.x + chip.w > x(view.to)) place.x = x(view.to) - chip.w;
    marks.chips.push({ key, identity, name, ...place });
  });
  fold.names.strands.forEach((strand, i) => {
    const { before, next } = strand;
    // Where a name lives next is not shown before it does.
    const known = next !== null && next.from <= seen ? next : null;
    const to = known ? known.from : Math.min(until, view.to);
    if (strand.from > until || to < from || !isShown(before, view)) return;
    if (known && !isShown(known, view)) return;
    const identity = identityOf(fold.wiring.serverOf(before.name));
    const [x0, y0, x1] = [x(strand.from), middleOf(before, view), x(to)];
    const y1 = known ? middleOf(known, view) : y0;
    const d = [-strandsApart, 0, strandsApart]
      .map((aside) => strandPath(x0, y0 + aside, x1, y1 + aside))
      .join('');
    marks.strands.push({ key: `${before.name} ${i}`, identity, d });
    const lasted = (known ? known.from : seen) - strand.from;
    if (lasted < told) return;
    const text = `${labelOf(view.plan, 'vport', before.name)} lives nowhere for ${length(lasted)} s`;
    texts.push({
      text: view.say(text),
      identity,
      band: before,
      x: Math.max(left, x0),
      y: y0,
    });
  });
  for (const { x: at, y } of marks.chips) labels.block(at, y, chip.w, chip.h);
  writeAbsences(texts, view, labels);
  return marks;
}

const overlap = (a: { x: number; y: number }, b: { x: number; y: number }): boolean =>
  Math.abs(a.x - b.x) < chip.w + 2 && Math.abs(a.y - b.y) < chip.h + 1;

/** Level for half of the way, then over to the other row. */
function strandPath(x0: number, y0: number, x1: number, y1: number): string {
  const at = (share: number): string => (x0 + (x1 - x0) * share).toFixed(1);
  if (Math.abs(y0 - y1) < 0.5) return `M${at(0)} ${y0}H${at(1)}`;
  return `M${at(0)} ${y0}H${at(0.5)}C${at(0.8)} ${y0} ${at(0.75)} ${y1} ${at(1)} ${y1}`;
}
