/** Where the plot of a drawing of time begins, and how wide it is, px: a hairline runs through all. */
export function plotOf(width: number): { readonly left: number; readonly plot: number } {
  const left = width < 600 ? 16 : 112;
  return { left, plot: Math.max(100, width - left - 24) };
}
