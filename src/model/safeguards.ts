import type { Micros } from './time.ts';

/** In which order a server takes the steps of takeover and giveback; all but `safe` break something. */
export const stepOrders = [
  'safe',
  'serve before replay',
  'enable before names',
  'log in before enabling',
  'names home before disks',
] as const;

/**
 * What keeps a failover from doing harm. Each can be switched off in a scenario, so that the
 * property it protects can be seen broken.
 */
export interface Safeguards {
  /** A survivor reserves and relabels its partner’s disks before it serves them. */
  readonly fencing: boolean;
  /** A server that finds its writes refused halts. */
  readonly haltOnConflict: boolean;
  /** A server reads the mailbox before it takes over, and when it starts. */
  readonly mailbox: boolean;
  /** Writes are copied into the partner’s NVRAM before they are answered. */
  readonly logMirroring: boolean;
  readonly orderOfSteps: (typeof stepOrders)[number];
  /** A port carries several names; without it the survivor’s own name gives way. */
  readonly virtualPorts: boolean;
  /** Whether a LUN is reached through the names of its home server only. */
  readonly lunMapping: 'by name' | 'everywhere';
  /** What leaves a port that fails: its name, or also the disks of its server. */
  readonly portFailover: 'name alone' | 'name and disks';
  /** To which port of the same server a name moves: one in its own fabric, or any. */
  readonly siblingFabric: 'same' | 'any';
  /** What a fabric does with a second login under a name that is logged in. */
  readonly secondLogin: 'refused' | 'accepted' | 'ends the first';
  /** A switch ends the logins behind a port whose light stays away. */
  readonly implicitLogout: boolean;
  /** A fabric notifies hosts of what changed. */
  readonly notifications: boolean;
  /** Logins that one switch port carries, its base login included. */
  readonly loginLimit: number;
  readonly loginLimitEnforced: boolean;
  /** How long a logout is kept from the name server (FLOGI quiesce time-out). */
  readonly logoutQuiesce: Micros;
  /** A slot that is to leave takes no new requests, and leaves after a limit. */
  readonly quiescing: boolean;
  /** A host aborts a request that nobody answers, and sends it again. */
  readonly requestTimeouts: boolean;
  /** A silent partner is taken over without a command. */
  readonly automaticTakeover: boolean;
}
