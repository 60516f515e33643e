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
  'taken over',
] as const;

/** What made the survivor declare its partner failed (claims 2, 3, 27, 28). */
export const takeoverCauses = [
  'none',
  'no heartbeat',
  'panic',
  'operator',
  'resumed',
  'service processor alert',
  'forced',
  'shelf path lost',
  'no port left',
] as const;

/** What a service processor tells the partner of its server (ONTAP hardware-assisted takeover). */
export const alerts = [
  'none',
  'power_loss',
  'l2_watchdog_reset',
  'reset_via_sp',
  'abnormal_reboot',
  'loss_of_heartbeat',
] as const;

/** Alerts that say for certain that the server is off; on the others nobody takes over. */
export const takeoverAlerts: readonly (typeof alerts)[number][] = [
  'power_loss',
  'l2_watchdog_reset',
  'reset_via_sp',
];

/** Why a takeover is not permitted (ONTAP event catalogue, cf.fsm.takeoverOfPartnerDisabled). */
export const inhibitions = [
  'none',
  'interconnect error, partner alive in the mailbox',
  'unsynchronized log',
  'partner is attempting takeover',
  'partner mailbox not readable',
  'disabled by operator',
  'software version mismatch',
  'failed in its last takeover',
  'partner disks not visible',
] as const;

/** Why disks are not given back yet; only the last may be overridden (ONTAP giveback vetoes). */
export const givebackVetoes = [
  'none',
  'a disk has failed',
  'the partner cannot reach its disks',
  'a disk is being rebuilt',
] as const;

/** Who asked for a giveback. */
export const givebackOrders = ['automatic', 'operator', 'forced'] as const;

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
  // On its way over the interconnect to the server that owns its LUN, or waiting for it.
  'forwarded',
] as const;
export const leg = numbersOf(legs);

export const answers = [
  'none',
  'good',
  'busy',
  'not ready',
  'not accessible',
  'no disks',
  'unit attention',
] as const;
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
  'alert',
] as const;
