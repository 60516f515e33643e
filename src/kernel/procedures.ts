import type { ChartName } from '../charts/index.ts';
import type { Refusal } from '../commands/command.ts';
import type { Act, Acts } from './acts/index.ts';
import { occasionNames, occasionNumber } from './occasionNames.ts';
import type { OccasionName } from './occasionNames.ts';
import type { Sim } from './sim.ts';

export type Occasion = (sim: Sim, row: number, arg: number) => void;
type CarryOut = (sim: Sim, command: string, thing: string) => Refusal | null;

/**
 * A part of what the engine can do. It is looked up by name, so that a browser can begin with what
 * a cluster does by itself, and load the rest while the picture moves already.
 */
export interface Part {
  readonly acts: Readonly<Partial<Record<ChartName, Acts>>>;
  readonly occasions: Readonly<Partial<Record<OccasionName, Occasion>>>;
  readonly carryOut?: CarryOut;
}

/** Something is asked for that no part loaded so far can do. */
export class NotLoaded extends Error {
  constructor(what: string) {
    super(`No part of the engine that is loaded knows ${what}`);
    this.name = 'NotLoaded';
  }
}

const acts: Partial<Record<ChartName, Acts>> = {};
const kept: (Occasion | undefined)[] = occasionNames.map(() => undefined);
let carriesOut: CarryOut | undefined;

/** Adds a part. One that is known already, or knows something again, changes nothing. */
export function learn(part: Part): void {
  Object.assign(acts, part.acts);
  for (const [name, occasion] of Object.entries(part.occasions))
    kept[occasionNumber.get(name as OccasionName)!] = occasion;
  carriesOut = part.carryOut ?? carriesOut;
}

/** What this effect of a chart means. */
export function actOf(chart: ChartName, name: string): Act {
  const act = acts[chart]?.[name];
  if (!act) throw new NotLoaded(`the act ${chart}.${name}`);
  return act;
}

/** Keeps an appointment with this number. */
export function keepNumber(number: number, sim: Sim, row: number, arg: number): void {
  const occasion = kept[number];
  if (!occasion) throw new NotLoaded(`the occasion “${occasionNames[number]}”`);
  occasion(sim, row, arg);
}

/** Keeps an appointment of this name at once. */
export const keep = (name: OccasionName, sim: Sim, row: number, arg: number): void =>
  keepNumber(occasionNumber.get(name)!, sim, row, arg);

/** Carries out a command in a step of its own. A refusal changes nothing. */
export function carryOut(sim: Sim, command: string, thing: string): Refusal | null {
  if (!carriesOut) throw new NotLoaded(`the command ${command}`);
  return carriesOut(sim, command, thing);
}
