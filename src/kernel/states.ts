import { isIn } from '../charts/index.ts';

/** The questions that procedures ask of chart configurations, each made once. */
export const life = {
  /** It runs far enough to serve. */
  serving: isIn('server', 'up', 'recovering'),
  up: isIn('server', 'up'),
  recovering: isIn('server', 'recovering'),
  waiting: isIn('server', 'waitingForGiveback', 'lookingAgain'),
  /** Nothing is processed, though its ports are lit. */
  hung: isIn('server', 'hung', 'paused'),
  /** Its ports are lit: it runs, or it hangs with its ports alive. */
  lit: isIn(
    'server',
    'up',
    'hung',
    'paused',
    'shuttingDown',
    'looking',
    'waitingForGiveback',
    'lookingAgain',
    'replayingOwnLog',
    'recovering',
  ),
  /** Its NVRAM takes what its partner mirrors there. */
  mirrors: isIn('server', 'up', 'hung', 'paused', 'recovering', 'replayingOwnLog'),
  shuttingDown: isIn('server', 'shuttingDown'),
  works: isIn('server', 'up', 'shuttingDown', 'recovering'),
};

export const monitor = {
  off: isIn('failoverMonitor', 'off'),
  idle: isIn('failoverMonitor', 'monitoring'),
  watching: isIn('failoverMonitor', 'monitoring', 'suspect'),
  deciding: isIn('failoverMonitor', 'deciding', 'forcing'),
  fencing: isIn('failoverMonitor', 'takingOver.fencing'),
  replaying: isIn('failoverMonitor', 'takingOver.replaying'),
  activating: isIn('failoverMonitor', 'takingOver.activating'),
  writing: isIn('failoverMonitor', 'takingOver.writing'),
  loggingIn: isIn('failoverMonitor', 'takingOver.loggingIn'),
  takingOver: isIn('failoverMonitor', 'takingOver'),
  /** It wants every disk of its partner, one that was replaced too. */
  takes: isIn(
    'failoverMonitor',
    'takingOver',
    'inTakeover',
    'givingBack.quiescing',
    'givingBack.loggingOut',
    'givingBack.flushing',
    'undoing',
  ),
  undoing: isIn('failoverMonitor', 'undoing'),
  holding: isIn('failoverMonitor', 'inTakeover', 'givingBack', 'takingOver', 'undoing'),
  /** The partner’s log is replayed and its disks are still held. */
  servesPartner: isIn(
    'failoverMonitor',
    'takingOver.activating',
    'takingOver.writing',
    'takingOver.loggingIn',
    'inTakeover',
    'givingBack.quiescing',
    'givingBack.loggingOut',
  ),
  quiescing: isIn('failoverMonitor', 'givingBack.quiescing'),
  loggingOut: isIn('failoverMonitor', 'givingBack.loggingOut'),
  releasing: isIn('failoverMonitor', 'givingBack.releasing', 'undoing'),
  handedOver: isIn('failoverMonitor', 'givingBack.handedOver'),
  ready: isIn('failoverMonitor', 'inTakeover.ready'),
  inTakeover: isIn('failoverMonitor', 'inTakeover'),
};

export const watch = {
  hearing: isIn('partnerWatch', 'hearing'),
  missing: isIn('partnerWatch', 'missing', 'silent'),
  silent: isIn('partnerWatch', 'silent'),
  off: isIn('partnerWatch', 'off'),
};

export const portMonitor = {
  off: isIn('physicalPort', 'off'),
  online: isIn('physicalPort', 'online'),
  linkLost: isIn('physicalPort', 'linkLost'),
  unserved: isIn('physicalPort', 'dark', 'stranded'),
  heldDown: isIn('physicalPort', 'heldDown'),
  away: isIn('physicalPort', 'away'),
  stranded: isIn('physicalPort', 'stranded'),
  /** Names may log in as soon as the base login stands. */
  atHome: isIn('physicalPort', 'online', 'returning.comingHome'),
  /** It should answer its health checks. */
  probed: isIn(
    'physicalPort',
    'signingIn',
    'online',
    'withdrawing',
    'stranded',
    'away',
    'returning.comingHome',
  ),
  draining: isIn('physicalPort', 'withdrawing.draining'),
  leaving: isIn(
    'physicalPort',
    'withdrawing.loggingOut',
    'movingName.disabling',
    'lodging.disabling',
  ),
  asking: isIn('physicalPort', 'lodging.asking'),
  activating: isIn('physicalPort', 'movingName.activating'),
  writing: isIn('physicalPort', 'movingName.writing'),
  loggingIn: isIn('physicalPort', 'movingName.loggingIn'),
  returnDraining: isIn('physicalPort', 'returning.draining'),
  returnLeaving: isIn('physicalPort', 'returning.loggingOut'),
  comingHome: isIn('physicalPort', 'returning.comingHome'),
};

export const slot = {
  standby: isIn('virtualPort', 'standby'),
  active: isIn('virtualPort', 'active'),
  takesRequests: isIn('virtualPort', 'active'),
  notYetEmpty: isIn('virtualPort', 'active', 'quiescing'),
  loggedIn: isIn('virtualPort', 'active', 'quiescing', 'drained', 'loggingOut'),
  loggingIn: isIn('virtualPort', 'loggingIn'),
  linkDown: isIn('virtualPort', 'linkDown'),
  quiescing: isIn('virtualPort', 'quiescing'),
  loggingOut: isIn('virtualPort', 'loggingOut'),
  /** It takes no new requests but is still logged in. */
  quiesced: isIn('virtualPort', 'quiescing', 'drained'),
  /** Requests may still be in it, or its login is still under way. */
  busy: isIn('virtualPort', 'active', 'quiescing', 'loggingIn', 'refused'),
  /** Not ready for names; one that still logs out must be activated afterwards. */
  preparing: isIn('virtualPort', 'standby', 'activating', 'loggingOut'),
  unwritten: isIn('virtualPort', 'standby', 'activating', 'activated', 'writing'),
  /** The switch port has no address for it. */
  barred: isIn('virtualPort', 'barred'),
  /** Its name came home, or would have if the switch port had an address. */
  homecome: isIn('virtualPort', 'active', 'barred'),
  /** Its login is done, or cannot be done for want of light or of an address. */
  settled: isIn('virtualPort', 'active', 'linkDown', 'barred'),
};

export const health = {
  working: isIn('diskHealth', 'working'),
  failed: isIn('diskHealth', 'failed'),
};

export const diskState = {
  settled: isIn('disk', 'settled'),
  held: isIn('disk', 'held'),
};

export const pathState = {
  /** Requests may leave on it. */
  open: isIn('hostPath', 'online', 'checking', 'verifying'),
  /** The multipath layer has given it up. */
  given: isIn('hostPath', 'failed', 'lost', 'recovered', 'sampling', 'rechecking'),
  checking: isIn('hostPath', 'checking', 'rechecking'),
  verifying: isIn('hostPath', 'verifying'),
  portLogin: isIn('hostPath', 'blocked.portLogin', 'failed.portLogin', 'lost.portLogin'),
  processLogin: isIn(
    'hostPath',
    'blocked.processLogin',
    'failed.processLogin',
    'lost.processLogin',
  ),
  querying: isIn(
    'hostPath',
    'checking',
    'rechecking',
    'blocked.querying',
    'failed.querying',
    'lost.querying',
  ),
};

export const fabricPower = {
  on: isIn('fabricSwitch', 'on'),
};
