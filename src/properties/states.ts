import { isIn } from '../charts/index.ts';
import type { World } from '../model/world.ts';

/** The questions that properties ask of chart configurations. */
export const life = {
  up: isIn('server', 'up'),
  /** It does nothing, and its ports hold light and logins. */
  hung: isIn('server', 'hung', 'paused'),
  /** It ends nothing and begins nothing by itself. */
  settled: isIn('server', 'up', 'hung', 'paused', 'hungDead', 'down', 'waitingForGiveback'),
  /** Its ports are dark. */
  dark: isIn('server', 'down', 'hungDead', 'booting'),
};

/** The server is too busy to say that it lives. */
export const starved = isIn('pulse', 'starved');

export const monitor = {
  /** It watches its partner, or has none to stand in for. */
  idle: isIn('failoverMonitor', 'off', 'monitoring'),
  takingOver: isIn('failoverMonitor', 'takingOver'),
  undoing: isIn('failoverMonitor', 'undoing'),
  inTakeover: isIn('failoverMonitor', 'inTakeover'),
  returning: isIn('failoverMonitor', 'inTakeover.ready', 'givingBack'),
  settled: isIn('failoverMonitor', 'off', 'monitoring', 'inhibited', 'inTakeover'),
};

export const portMonitor = {
  online: isIn('physicalPort', 'online'),
  settled: isIn('physicalPort', 'off', 'dark', 'online', 'stranded', 'away'),
};

export const slot = {
  standby: isIn('virtualPort', 'standby'),
  active: isIn('virtualPort', 'active'),
  asking: isIn('virtualPort', 'loggingIn', 'refused'),
  loggedIn: isIn('virtualPort', 'active', 'quiescing', 'drained', 'loggingOut'),
  settled: isIn('virtualPort', 'standby', 'active', 'linkDown'),
};

export const path = {
  /** Requests may leave on it. */
  open: isIn('hostPath', 'online', 'checking'),
  /** The host holds a login there, whatever its multipath layer makes of it. */
  bound: isIn('hostPath', 'online', 'checking', 'recovered', 'rechecking'),
  /** It asks nobody anything. */
  idle: isIn(
    'hostPath',
    'online',
    'recovered',
    'blocked.waiting',
    'failed.waiting',
    'lost.waiting',
  ),
};

export const hostPort = { online: isIn('hostPort', 'online') };
export const fabric = { quiet: isIn('fabricNotice', 'quiet') };

/** A server runs, and neither stands in for its partner nor is about to. */
export const isWell = (w: World, server: number): boolean =>
  life.up(w.server.life[server]!) && monitor.idle(w.server.monitor[server]!);
