/** A list of rows of one height, of which only those in view exist. All lengths are in CSS px. */
export interface RowList {
  readonly rows: number;
  readonly rowHeight: number;
  /** Height of the part in view. */
  readonly height: number;
}

/** The rows to draw, and where. */
export interface RowWindow {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
  /** Where the first of them begins, from the top of the whole list. */
  readonly top: number;
}

/**
 * No browser draws an element of a million rows: past this height the scroll bar stands for more
 * than it measures.
 */
const tallest = 8_000_000;

/** The height that the list takes up in its scroll box. */
export const listHeight = ({ rows, rowHeight }: RowList): number =>
  Math.min(rows * rowHeight, tallest);

/** px of the list per px of scrolling; 1 unless the list is too tall. */
function ratio(list: RowList): number {
  const room = list.rows * list.rowHeight - list.height;
  const scrolls = listHeight(list) - list.height;
  return scrolls > 0 && room > scrolls ? room / scrolls : 1;
}

const between = (low: number, value: number, high: number): number =>
  Math.max(low, Math.min(value, high));

/** The rows in view when the box is scrolled so far. */
export function windowOf(list: RowList, scrolled: number): RowWindow {
  const { rows, rowHeight, height } = list;
  const offset = between(0, scrolled * ratio(list), Math.max(0, rows * rowHeight - height));
  const first = Math.floor(offset / rowHeight);
  const end = Math.min(rows, Math.ceil((offset + height) / rowHeight));
  return { first, end, top: Math.max(0, scrolled) - (offset - first * rowHeight) };
}

/** The row that a key goes to from another one; null for other keys, and where there is no row. */
export function placeAfter(
  { rows, rowHeight, height }: RowList,
  from: number,
  key: string,
): number | null {
  const page = Math.max(1, Math.floor(height / rowHeight));
  const to = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: rows - 1,
  }[key];
  return to === undefined || rows === 0 ? null : between(0, to, rows - 1);
}

/** How far to scroll so that a row lies in view: no further than needed. */
export function scrollToShow(list: RowList, row: number, scrolled: number): number {
  const offset = scrolled * ratio(list);
  const top = row * list.rowHeight;
  const least = top + list.rowHeight - list.height;
  const next = offset > top ? top : offset < least ? least : offset;
  return next === offset ? scrolled : next / ratio(list);
}

/** How far to scroll so that a row stands a third of the way up from below, if it can. */
export function scrollToFollow(list: RowList, row: number): number {
  const wanted = (row + 1) * list.rowHeight - (list.height * 2) / 3;
  return Math.max(0, wanted) / ratio(list);
}
