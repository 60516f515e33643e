type Part = Readonly<Record<string, string | number | boolean>>;
export type Parts = Readonly<
  Partial<Record<'timers' | 'policies' | 'safeguards' | 'workload', Part>>
>;

/** Two scenarios that differ by one safeguard: without it a property breaks, with it it holds. */
export interface Demonstration {
  /** The property that it is about. */
  readonly shows: string;
  readonly base: object;
  /** What is said of the scenario without the safeguard, and of its twin. */
  readonly off: string;
  readonly on: string;
  /** What both have in common beyond the base. */
  readonly both?: Parts;
  /** The safeguard switched off. */
  readonly without: Parts;
  readonly script: readonly (readonly [at: string, command: string, thing: string])[];
  /** All properties that break without it, and with it. */
  readonly breaks: readonly string[];
  readonly stillBreaks?: readonly string[];
}

export const powerLoss = [['5s', 'server.power-loss', 'A']] as const;
export const hang = [['5s', 'server.hang', 'A']] as const;
export const cut = [['5s', 'interconnect.cut', 'interconnect.A-B']] as const;
/** Light stays away for less than R_T_TOV, so nobody but the requests notices. */
export const blink = [
  ['5s', 'cable.cut', 'A.p0.cable'],
  ['5.09s', 'cable.mend', 'A.p0.cable'],
] as const;
export const giveback = [
  ['5s', 'server.power-loss', 'A'],
  ['15s', 'server.repair', 'A'],
  ['25s', 'giveback.start', 'A'],
] as const;
