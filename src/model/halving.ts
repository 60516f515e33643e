/**
 * The first whole number in [from, until) of which something is true that, once true, stays true;
 * `until` when it is true of none.
 */
export function firstWhere(from: number, until: number, is: (i: number) => boolean): number {
  let low = from;
  let high = until;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
