/** `01.0b.02` from a 24-bit Fibre Channel address: domain, area, port. */
export const addressText = (address: number): string =>
  [address >> 16, (address >> 8) & 0xff, address & 0xff]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('.');
