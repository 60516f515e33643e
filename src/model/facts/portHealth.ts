import type { World } from '../world.ts';

/** A port’s driver or firmware begins anew: what ailed its link and its target is gone. */
export function refresh(w: World, port: number): void {
  w.port.mute[port] = 0;
  w.port.dropsData[port] = 0;
  w.port.unanswered[port] = 0;
  w.port.offline[port] = 0;
}

/** A health check of a port stays unanswered. */
export function unanswered(w: World, at: number, port: number, inARow: number): void {
  w.port.unanswered[port] = inARow;
  w.port.probedAt[port] = at;
}

/** A failure counts with those before it, as long as they follow each other closely. */
export function countFailure(w: World, at: number, port: number): void {
  const close =
    w.port.failures[port]! > 0 && at - w.port.failedAt[port]! <= w.plan.settings.flapWindow;
  w.port.failures[port] = close ? w.port.failures[port]! + 1 : 1;
  w.port.failedAt[port] = at;
}
