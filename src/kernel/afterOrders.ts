import { acts } from './acts/index.ts';
import type { atWork } from './atWork.ts';
import { carryOut } from './carryOut.ts';
import type { OccasionName } from './occasionNames.ts';
import { occasions } from './occasions.ts';
import type { Occasion, Part } from './procedures.ts';

/** The occasions that a cluster at work has not; the compiler counts them. */
type Others = Exclude<OccasionName, keyof (typeof atWork)['occasions']>;

/** What follows from orders and failures. */
export const afterOrders = {
  acts,
  occasions: occasions satisfies Readonly<Record<Others, Occasion>>,
  carryOut,
} satisfies Part;
