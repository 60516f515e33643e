import { claims } from './claims.ts';
import { compellent } from './compellent.ts';
import type { Dialect } from './dialect.ts';
import { ontap, sevenMode } from './ontap.ts';
import { persistentPorts } from './persistentPorts.ts';
import { plain } from './plain.ts';
import { storageVirtualize } from './storageVirtualize.ts';

export type { Dialect } from './dialect.ts';
export { sayer } from './say.ts';

/** Every dialect, as the page and the command line list them. */
export const dialects: readonly Dialect[] = [
  plain,
  claims,
  persistentPorts,
  storageVirtualize,
  compellent,
  sevenMode,
  ontap,
];

export const dialectNamed = (id: string): Dialect | null =>
  dialects.find((each) => each.id === id) ?? null;
