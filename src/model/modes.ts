/** What a survivor does for the hosts of its failed partner. */
export const failoverModes = [
  'identity-takeover',
  'standby-port',
  'partner-port',
  'multipathing-only',
] as const;

/**
 * Where the name of a failed port goes: inside its server, inside it or else to the paired port of the
 * partner, to that port only, nowhere, or to the partner with all other names and the disks.
 */
export const portMoves = [
  'sibling',
  'sibling-then-partner',
  'partner-pair',
  'none',
  'takeover',
] as const;

/** What happens to identities when a server or a port fails. */
export interface FailoverModes {
  readonly failoverMode: (typeof failoverModes)[number];
  readonly portMove: (typeof portMoves)[number];
}

/** Whether a port carries several names, as virtual ports. */
export const isVirtual = (mode: FailoverModes['failoverMode']): boolean =>
  mode === 'identity-takeover';
