/** Simulated time: whole microseconds since the start of the run. */
export type Micros = number;

export const ms = (milliseconds: number): Micros => Math.round(milliseconds * 1_000);
export const seconds = (value: number): Micros => Math.round(value * 1_000_000);

/** The longest run: 24 hours of simulated time. */
export const longestRun: Micros = seconds(24 * 60 * 60);

/** `12.500` from 12 500 000 µs: seconds with three decimals, cut and never rounded up. */
export function clock(at: Micros): string {
  // A run that plays may stand between two whole microseconds; links and the address round it too.
  const micros = Math.round(at);
  const whole = Math.floor(micros / 1_000_000);
  const thousandths = Math.floor((micros % 1_000_000) / 1_000);
  return `${String(whole).padStart(2, '0')}.${String(thousandths).padStart(3, '0')}`;
}

/** `3.7` from 3 700 123 µs: a length for people, one decimal, two below a second. */
export function length(micros: Micros): string {
  return micros < 995_000 ? (micros / 1_000_000).toFixed(2) : (micros / 1_000_000).toFixed(1);
}

const units: Readonly<Record<string, number>> = {
  us: 1,
  ms: 1_000,
  s: 1_000_000,
  min: 60_000_000,
  h: 3_600_000_000,
};

/** `12s`, `250ms`, `5us`, `2min` or a number of seconds, as microseconds; null when it is no time. */
export function timeOf(value: unknown): Micros | null {
  if (typeof value === 'number')
    return Number.isFinite(value) ? Math.round(value * 1_000_000) : null;
  if (typeof value !== 'string') return null;
  const match = /^(\d+(?:\.\d+)?)(us|ms|s|min|h)?$/.exec(value.trim());
  return match ? Math.round(Number(match[1]) * units[match[2] ?? 's']!) : null;
}
