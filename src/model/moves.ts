import type { FailoverModes } from './modes.ts';

/** Whether names move between servers at all. Where they do not, hosts need paths to both. */
export const movesNames = ({ failoverMode }: FailoverModes): boolean =>
  failoverMode === 'identity-takeover' || failoverMode === 'standby-port';

/** Whether a failed port’s name moves to a sibling where there is one. */
export const usesSibling = ({ portMove }: FailoverModes): boolean =>
  portMove === 'sibling' || portMove === 'sibling-then-partner';

/** Whether the name of one failed port may lodge at the partner, which hands requests on. */
export const lodgesNames = ({ failoverMode, portMove }: FailoverModes): boolean =>
  failoverMode === 'identity-takeover' &&
  (portMove === 'sibling-then-partner' || portMove === 'partner-pair');
