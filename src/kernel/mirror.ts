import { life } from './states.ts';
import type { Sim } from './sim.ts';

/**
 * Brings a server’s log and its partner’s copy of it into step. When that cannot be done, its
 * writes are answered from one copy only, and the mailbox says that the copy is out of step.
 */
export function synchronizeMirror(sim: Sim, server: number): void {
  const w = sim.world;
  const partner = w.server.partner[server]!;
  if (partner === 0) return;
  const link = w.server.interconnect[server]!;
  const connected = w.interconnect.cut[link] === 0 && w.interconnect.mirrorBroken[link] === 0;
  const mirrors = connected && life.mirrors(w.server.life[partner]!);
  if (mirrors && !w.server.logMirrored[server]) sim.tell('mirror.synchronized', server);
  if (!mirrors && (w.server.logMirrored[server] || w.server.mirrorInStep[partner])) {
    sim.tell('mirror.lost', server);
  }
}
