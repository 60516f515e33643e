import { aligned } from '../model/aligned.ts';
import type { World } from '../model/world.ts';
import type { Readout } from './readout.ts';

/** A read-out as aligned columns of plain text, with a line of column names above. */
export const asText = (readout: Readout, w: World): string =>
  aligned([readout.columns, ...readout.rows(w)]);
