/** How much of a card is told: silhouettes, badges, short port names, both names in full. */
export const fleetLevels = ['dots', 'chips', 'names', 'bytes'] as const;
export type FleetLevel = (typeof fleetLevels)[number];

/** The width of a port on the screen from which each level has room, px. */
const from: Readonly<Record<FleetLevel, number>> = { dots: 0, chips: 30, names: 90, bytes: 260 };

/** A port’s width at which a level is comfortable to read, px. */
export const comfortable: Readonly<Record<FleetLevel, number>> = {
  dots: 22,
  chips: 70,
  names: 172,
  bytes: 290,
};

/** What is told of a port that is so wide on the screen, px. */
export const levelOf = (portWidth: number): FleetLevel =>
  fleetLevels.findLast((level) => portWidth >= from[level])!;

/** The level that tells more; the last tells everything. */
export const nextLevel = (level: FleetLevel): FleetLevel =>
  fleetLevels[Math.min(fleetLevels.indexOf(level) + 1, fleetLevels.length - 1)]!;

/** Heights between which a card of each level is drawn, px. */
export const cardHeights: Readonly<
  Record<FleetLevel, { readonly least: number; readonly most: number }>
> = {
  dots: { least: 44, most: 92 },
  chips: { least: 132, most: 228 },
  names: { least: 154, most: 240 },
  bytes: { least: 206, most: 262 },
};

/** Room between the edge of a card and what stands in it, px. */
export const padOf = (cardWidth: number): number =>
  cardWidth < 60 ? 4 : cardWidth < 140 ? 6 : cardWidth < 250 ? 8 : 12;

/** How wide each port of a card is, px: a card of few ports leaves room. */
export const portWidthOf = (cardWidth: number, ports: number): number =>
  (cardWidth - 2 * padOf(cardWidth)) / Math.max(2, ports);

/** How wide a card is whose ports are so wide, px. */
export function cardWidthOf(portWidth: number, ports: number): number {
  const inner = portWidth * Math.max(2, ports);
  const pad = [4, 6, 8, 12].find((each) => padOf(inner + 2 * each) <= each) ?? 12;
  return inner + 2 * pad;
}
