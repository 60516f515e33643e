/** From this many servers on, each is a card instead of a drawing with cables. */
export const fleetFrom = 8;
