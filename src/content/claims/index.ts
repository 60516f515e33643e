import type { Claim } from './claim.ts';
import { deviceClaims } from './device.ts';
import { portClaims } from './ports.ts';
import { programClaims } from './programs.ts';
import { serverClaims } from './servers.ts';
import { storageSystemClaims } from './storageSystem.ts';

export type { Claim, Element } from './claim.ts';

/** The claims of US 7,467,191 as demonstrations, by their numbers. */
export const claims: readonly Claim[] = [
  ...deviceClaims,
  ...storageSystemClaims,
  ...programClaims,
  ...serverClaims,
  ...portClaims,
].sort((a, b) => a.number - b.number);

export const claimId = (number: number): string => `claim-${number}`;

/** The claim that a scenario of this id shows, or none. */
export const claimOf = (id: string): Claim | null =>
  claims.find(({ number }) => claimId(number) === id) ?? null;
