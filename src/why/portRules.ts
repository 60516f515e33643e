import type { Rules } from './rule.ts';
import { lastOf } from './told.ts';

/** Cables, ports, switches. */
export const portRules: Rules = {
  'link.down': {
    says: 'There is light only while cable and both ends are lit',
    sources: ['FC-FS: loss of signal'],
  },
  'link.up': {
    says: 'There is light again when cable and both ends are lit',
    sources: ['FC-FS: loss of signal'],
  },
  'port.failure-detected': {
    says: 'A port has failed when its light has been away for linkLoss, or its health checks fail',
    sources: ['claim 36'],
    settings: ['linkLoss'],
  },
  'port.no-sibling': {
    says: 'A name moves only to a port of the same fabric that stands by for it',
    sources: ['claim 36'],
    settings: ['siblingFabric', 'portMove'],
  },
  'port.partner-asked': {
    says: 'A name lodges at the partner only when that agrees',
    settings: ['portMove'],
  },
  'port.moved': {
    says: 'Only the name moves when a port fails; the disks stay',
    sources: ['claims 36, 40'],
    settings: ['portMove', 'portFailover'],
  },
  'port.recovered': {
    says: 'A repaired port must stay well for portFailback before its name returns',
    settings: ['portFailback'],
  },
  'port.unsteady': {
    says: 'Going dark within portFailback counts as a failure',
    settings: ['portFailback', 'flapsAllowed'],
  },
  'port.returned': {
    says: 'The name goes home when its port has stayed well',
    sources: ['claim 39'],
    settings: ['portFailback'],
  },
  'port.held-down': {
    says: 'A port that fails flapsAllowed times within flapWindow is held down for holdDown',
    settings: ['flapsAllowed', 'flapWindow', 'holdDown'],
  },
  'port.steady': { says: 'Light that holds for holdDown is trusted', settings: ['holdDown'] },
  'port.name-stays': { says: 'In this design no name follows a port', settings: ['portMove'] },
  'port.name-unreachable': {
    says: 'A name needs a login at its new port',
    settings: ['portMove', 'loginRetry'],
  },
  'port.loop-initialized': {
    says: 'An address that joins a loop makes all of its names stand still (LIP)',
    settings: ['portTopology', 'loopInitialization'],
  },
  'port.echo-lost': {
    says: 'A port is asked to ECHO every portProbe; probesAllowed unanswered in a row are a failure',
    settings: ['portProbe', 'probesAllowed', 'portProbeBy'],
  },
  'port.read-lost': {
    says: 'The health check also reads a block; a port that drops data does not answer it',
    settings: ['portProbe', 'probesAllowed', 'dataPathCheck'],
  },
  'port.partner-echo-lost': {
    says: 'The partner’s port asks over the fabric for a sign of life',
    sources: ['claim 38'],
    settings: ['portProbe', 'probesAllowed', 'portProbeBy'],
    from: (told, { a, seq, because }) => {
      const broken = lastOf(told, ['port.half-open', 'port.crashed'], seq, (fact) => fact.a === a);
      return broken >= 0 ? broken : because;
    },
  },
  'port.failure-reported': {
    says: 'Whoever finds a port dead tells its server',
    sources: ['claim 38'],
    settings: ['portProbeBy', 'probesAllowed'],
  },
  'port.taken-offline': {
    says: 'A port whose checks fail probesAllowed times in a row is switched off, so that all see it fail',
    settings: ['probesAllowed'],
  },
  'port.initialized': {
    says: 'Firmware starts anew within adapterReset',
    settings: ['adapterReset'],
  },
  'switch.running': { says: 'A switch starts within switchBoot', settings: ['switchBoot'] },
};
