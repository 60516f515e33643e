import { keep } from '../procedures.ts';
import { says } from '../acts/heartbeat.ts';
import { watch } from '../states.ts';
import { isLinked } from '../linked.ts';
import type { Sim } from '../sim.ts';

/** The server at the other end hears the heartbeat, if it listens and the link is whole. */
export function heartbeatArrives(sim: Sim, message: number, said: number): void {
  const w = sim.world;
  const content = said & says.all;
  const hearer = w.message.to[message]!;
  const sender = w.message.from[message]!;
  const whole = isLinked(sim, hearer);
  if (!whole || watch.off(w.server.watch[hearer]!)) {
    sim.tell('heartbeat.lost', sender, message);
    return;
  }
  sim.cause = sim.tell('heartbeat.heard', hearer, message);
  sim.signal('partnerWatch', hearer, 'heard');
  if (content === says.waiting) sim.signal('failoverMonitor', hearer, 'partner-waiting');
  if (content === says.up) sim.signal('failoverMonitor', hearer, 'partner-up');
  if (said > says.all) keep('impaired partner is heard', sim, hearer, said);
}
