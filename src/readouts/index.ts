import { lstargetportfc } from './lstargetportfc.ts';
import { multipath } from './multipath.ts';
import { nsshow } from './nsshow.ts';
import type { Readout } from './readout.ts';
import { showport } from './showport.ts';
import { storageFailover } from './storageFailover.ts';

export type { Readout } from './readout.ts';

/** Every read-out, as the page and the command line list them. */
export const readouts: readonly Readout[] = [
  showport,
  nsshow,
  multipath,
  lstargetportfc,
  storageFailover,
];

export const readoutNamed = (id: string): Readout | null =>
  readouts.find((each) => each.id === id) ?? null;
