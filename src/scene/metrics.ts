/** How much fits: chips with names, chips with short names, or badges alone. */
export type Density = 'full' | 'embed' | 'badge';

/** The least distance between two lanes, px: jackets are 7.5 wide. */
export const laneStep = 9.5;

/** Sizes of one density, in px of the drawing. */
export interface Metrics {
  readonly margin: number;
  readonly host: { readonly y: number; readonly h: number; readonly w: number };
  readonly hostPort: { readonly w: number; readonly h: number };
  readonly fabric: { readonly y: number; readonly h: number; readonly w: number };
  readonly server: { readonly y: number; readonly h: number; readonly pad: number };
  readonly shelf: { readonly y: number; readonly h: number };
  readonly head: number;
  readonly slot: number;
  readonly gap: number;
  readonly pairGap: number;
  readonly height: number;
}

/** Metrics of each density, and of full and badge drawings where there is little height. */
export const metrics: Readonly<Record<Density | 'short' | 'low', Metrics>> = {
  short: {
    margin: 32,
    host: { y: 4, h: 44, w: 244 },
    hostPort: { w: 28, h: 14 },
    fabric: { y: 88, h: 30, w: 290 },
    server: { y: 160, h: 182, pad: 10 },
    shelf: { y: 378, h: 64 },
    head: 23,
    slot: 25,
    gap: 3,
    pairGap: 120,
    height: 446,
  },
  full: {
    margin: 32,
    host: { y: 8, h: 46, w: 244 },
    hostPort: { w: 28, h: 14 },
    fabric: { y: 106, h: 34, w: 290 },
    server: { y: 200, h: 204, pad: 12 },
    shelf: { y: 456, h: 94 },
    head: 24,
    slot: 28,
    gap: 4,
    pairGap: 120,
    height: 562,
  },
  embed: {
    margin: 20,
    host: { y: 4, h: 26, w: 170 },
    hostPort: { w: 20, h: 9 },
    fabric: { y: 62, h: 25, w: 196 },
    server: { y: 122, h: 134, pad: 9 },
    shelf: { y: 278, h: 36 },
    head: 20,
    slot: 22,
    gap: 2,
    pairGap: 68,
    height: 320,
  },
  badge: {
    margin: 11,
    host: { y: 6, h: 40, w: 160 },
    hostPort: { w: 22, h: 14 },
    fabric: { y: 84, h: 30, w: 162 },
    server: { y: 152, h: 194, pad: 8 },
    shelf: { y: 372, h: 44 },
    head: 24,
    slot: 34,
    gap: 3,
    pairGap: 26,
    height: 424,
  },
  low: {
    margin: 11,
    host: { y: 1, h: 40, w: 160 },
    hostPort: { w: 22, h: 13 },
    fabric: { y: 78, h: 22, w: 162 },
    server: { y: 126, h: 132, pad: 6 },
    shelf: { y: 274, h: 30 },
    head: 19,
    slot: 19,
    gap: 2,
    pairGap: 26,
    height: 306,
  },
};
