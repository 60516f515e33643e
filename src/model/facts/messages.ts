import type { World } from '../world.ts';

/** A message is on its way: what it is, the rows of its sender and addressee, and how long, µs. */
export function sent(
  w: World,
  at: number,
  frame: number,
  from: number,
  to: number,
  row: number,
  travels: number,
): void {
  w.message.frame[row] = frame;
  w.message.from[row] = from;
  w.message.to[row] = to;
  w.message.sentAt[row] = at;
  w.message.dueAt[row] = at + travels;
}
