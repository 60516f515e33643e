import identityTakeover from './scenarios/mode-identity-takeover.json';
import partnerPair from './scenarios/mode-partner-pair.json';
import siblingThenPartner from './scenarios/mode-sibling-then-partner.json';
import nodeOnly from './scenarios/mode-node-only.json';
import sibling from './scenarios/mode-sibling.json';
import partnerPort from './scenarios/mode-partner-port.json';
import standbyPort from './scenarios/mode-standby-port.json';
import multipathingOnly from './scenarios/mode-multipathing-only.json';

/** One scenario for each design of failover: what moves in it, and what hosts must do themselves. */
export const modes = [
  identityTakeover,
  standbyPort,
  partnerPort,
  multipathingOnly,
  sibling,
  siblingThenPartner,
  partnerPair,
  nodeOnly,
].map((file) => ({
  id: file.id,
  title: file.title,
  group: 'Failover modes',
  file,
}));
