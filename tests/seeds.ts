import { ms, seconds } from '../src/model/time.ts';

/** Timers that make every procedure short. */
export const quick = {
  boot: ms(2000),
  requestRate: 10,
  heartbeatInterval: ms(500),
  missesAllowed: 3,
  mailboxPoll: ms(1000),
  fence: ms(800),
  replayFullLog: ms(600),
  flushInterval: ms(1500),
  flushLog: ms(600),
  releaseDisks: ms(800),
  portFailback: ms(500),
  elsTimeout: seconds(3),
  switchBoot: seconds(2),
  holdDown: seconds(3),
  rediscovery: seconds(5),
  takeoverGrace: ms(1500),
  givebacksAllowed: 1,
  rebuildDisk: ms(2000),
  shutdownLimit: seconds(8),
};

/** A generator of its own for the test: whole numbers below `n`, the same for the same seed. */
export function numbers(seed: number): (n: number) => number {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * n);
  };
}
