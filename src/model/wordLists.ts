import { numbersOf } from './table.ts';

/** Why a server is down. */
export const downCauses = [
  'none',
  'power loss',
  'panic',
  'hang',
  'reset by partner',
  'reservation conflict',
  'maintenance',
  'no port left',
] as const;

/** What made the survivor declare its partner failed (claims 2, 3, 27, 28). */
export const takeoverCauses = [
  'none',
  'no heartbeat',
  'panic',
  'operator',
  'resumed',
  'no port left',
] as const;

/** Why a takeover is not permitted (ONTAP event catalogue, cf.fsm.takeoverOfPartnerDisabled). */
export const inhibitions = [
  'none',
  'interconnect error, partner alive in the mailbox',
  'unsynchronized log',
  'partner is attempting takeover',
  'disabled by operator',
] as const;

export const roles = [
  'none',
  'BASE',
  'PRIMARY',
  'PARTNER_SECONDARY',
  'SIBLING_SECONDARY',
  'SPARE',
  // The exported name of a plain port, which carries no virtual ports.
  'PHYSICAL',
] as const;

/** Where a request is. Every leg but `waiting`, `held` and `lost` has a start and an end. */
export const legs = [
  'free',
  'waiting',
  'outbound',
  'serving',
  'returning',
  'held',
  'lost',
] as const;
export const leg = numbersOf(legs);

export const answers = ['none', 'good', 'busy', 'not ready'] as const;
export const answer = numbersOf(answers);

/** What a message in flight is. */
export const frames = [
  'free',
  'heartbeat',
  'panic packet',
  'FLOGI',
  'FDISC',
  'LOGO',
  'RSCN',
  'GID_PN',
  'PLOGI',
  'PRLI',
  'ADISC',
] as const;
