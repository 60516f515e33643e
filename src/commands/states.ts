import { isIn } from '../charts/index.ts';

/** The questions that commands ask before they apply. */
export const server = {
  down: isIn('server', 'down'),
  hung: isIn('server', 'hung', 'hungDead'),
  paused: isIn('server', 'paused'),
  booting: isIn('server', 'booting', 'looking', 'replayingOwnLog'),
  waiting: isIn('server', 'waitingForGiveback', 'lookingAgain'),
  up: isIn('server', 'up'),
  shuttingDown: isIn('server', 'shuttingDown'),
};

export const monitor = {
  monitoring: isIn('failoverMonitor', 'monitoring'),
  watches: isIn('failoverMonitor', 'monitoring', 'suspect', 'inhibited'),
  inhibited: isIn('failoverMonitor', 'inhibited'),
  takingOver: isIn('failoverMonitor', 'takingOver', 'ordered', 'deciding'),
  inTakeover: isIn('failoverMonitor', 'inTakeover'),
  ready: isIn('failoverMonitor', 'inTakeover.ready', 'inTakeover.waitingForOrder'),
  givingBack: isIn('failoverMonitor', 'givingBack'),
};

export const pulse = {
  beating: isIn('pulse', 'beating'),
  starved: isIn('pulse', 'starved'),
};

export const port = {
  online: isIn('physicalPort', 'online'),
  stranded: isIn('physicalPort', 'stranded'),
};
