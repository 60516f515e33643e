/** From this width of the window on the inspector stands beside the picture, px. */
const besideFrom = 1280;
const inspectorWidth = 384;

/**
 * How wide what stands in the place of the picture will be, px, before anybody has measured it: a wrong
 * guess is drawn twice.
 */
export const firstWidth = (): number =>
  innerWidth - (innerWidth >= besideFrom ? inspectorWidth : 0);
