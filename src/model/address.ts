/** `01.0b.02` from a 24-bit Fibre Channel address: domain, area, port. */
export const addressText = (address: number): string =>
  [address >> 16, (address >> 8) & 0xff, address & 0xff]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('.');

/** Switch ports that one domain can address: areas 1 to 255. */
const areas = 255;

/**
 * The address of a login behind a switch port, 24 bits: domain, area, and `low` for the port itself or
 * a virtual port. A fabric with more switch ports than one domain addresses goes on in further
 * domains, each `fabrics` on from the last, as if further switches stood there (FC-SW: 239 domains).
 * @param number the switch port’s number in its fabric, from 1
 */
export function addressOf(domain: number, fabrics: number, number: number, low: number): number {
  const further = Math.floor((number - 1) / areas) * fabrics;
  return ((domain + further) << 16) | ((((number - 1) % areas) + 1) << 8) | low;
}
