import type { Part } from '../report/parts.ts';

/** How dark each part of an outage is drawn, in percent of ink: neighbours can be told apart in print. */
export const partShades: Readonly<Record<Part, string>> = {
  detect: '20%',
  decide: '95%',
  fence: '40%',
  replay: '75%',
  identity: '15%',
  fabric: '85%',
  host: '50%',
  firstIo: '100%',
};
