import { lodgesNames } from '../model/moves.ts';
import type { Settings } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';

/** From a partner’s last heartbeat to the decision to take it over. */
export const detection = (s: Settings): Micros =>
  (s.missesAllowed + 1) * s.heartbeatInterval +
  s.heartbeatGrace +
  s.interconnectLatency +
  s.mailboxRead;

/** From the decision to the last login: fence, replay, activate, write, log in and register. */
export const takeover = (s: Settings): Micros =>
  s.fence + s.replayFullLog + s.linkLoss + s.activateSlot + s.writeNames + 3 * s.login;

/**
 * How long a name server that hears of logouts late keeps a name from its next login. Procedures wait
 * for it; service is late by it, so L1 does not count it.
 */
const stale = (s: Settings): Micros =>
  s.logoutQuiesce === 0 ? 0 : s.linkLoss + s.logoutQuiesce + s.loginRetry;

/** From a login to the host’s path: notification, query, PLOGI, PRLI, path checker. */
export const hostFinds = (s: Settings): Micros =>
  2 * s.noticeWindow + 5 * s.hostStep + s.checkerPoll + 12 * s.wireHop + s.diskService;

/** How seldom a LUN whose application runs may be answered at the least, with all paths open. */
export const answered = (s: Settings): Micros =>
  3_000_000 + Math.floor(3_000_000 / s.requestRate) + s.busyRetry + 12 * s.wireHop;

/** L1 after the end of a server. */
export const serverBound = (s: Settings): Micros =>
  detection(s) + takeover(s) + hostFinds(s) + answered(s);

/** L1 after the end of a port or cable: the name moves to another port, or hosts use other paths. */
export const portBound = (s: Settings): Micros =>
  s.linkLoss +
  s.drainLimit +
  (lodgesNames(s) ? 2 * s.interconnectLatency : 0) +
  s.activateSlot +
  s.writeNames +
  3 * s.login +
  (s.fastIoFail === 'off' ? 0 : s.fastIoFail) +
  hostFinds(s) +
  answered(s);

/** L2: the fabric notices the reset; then comes the next attempt at a login. */
export const retryBound = (s: Settings): Micros =>
  s.linkLoss + stale(s) + s.loginRetry + 3 * s.login;

/** L3: from the decision to give back to the partner’s first heartbeat as a running server. */
export const givebackBound = (s: Settings): Micros =>
  s.drainLimit +
  s.flushLog +
  s.releaseDisks +
  2 * s.interconnectLatency +
  2 * s.heartbeatInterval +
  2 * s.mailboxPoll +
  3 * s.login +
  stale(s) +
  s.loginRetry +
  s.elsTimeout;

/** L5: all steps of a takeover, and one login frame that gets lost on the way. */
export const takeoverBound = (s: Settings): Micros =>
  takeover(s) + stale(s) + s.loginRetry + s.elsTimeout;

/** L1 after a server lost its shelf: its partner hears so, tells it to shut down, and takes over. */
export const shelfBound = (s: Settings): Micros =>
  s.heartbeatInterval +
  3 * s.interconnectLatency +
  s.drainLimit +
  s.flushLog +
  takeover(s) +
  hostFinds(s) +
  answered(s);

/** L5: each disk is released, after one more try. */
export const undoBound = (s: Settings): Micros =>
  2 * s.mailboxPoll + s.releaseDisks + s.mailboxRead;

/** L4: aborted once, sent again, answered. */
export const requestBound = (s: Settings): Micros =>
  2 * s.commandTimeout + 2_000_000 + s.busyRetry + 12 * s.wireHop;
