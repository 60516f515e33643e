import { kindNames } from '../model/kinds.ts';
import type { Trace } from '../model/trace.ts';
import type { Message } from './spaceTimeMarks.ts';
import type { Wiring } from './spaceTimeWiring.ts';
import { subjectOf } from './subjectOf.ts';

/** Kinds of facts by which each sort of message is sent: others of that instant are why, or beside it. */
const senders: Readonly<Record<Message['sort'], RegExp>> = {
  heartbeat: /^heartbeat\.sent$/,
  word: /^(panic-packet|alert)\.sent$/,
  login: /^fabric\./,
  host: /^(rscn\.sent$|name-server\.|path\.\w+-sent$)/,
  disks: /^(disk|reservation)\./,
  names: /^vport\./,
  request: /^io\./,
};

/**
 * The fact that sent a message of the space-time diagram: the first such of its instant at the place
 * that the message leaves.
 * @returns its sequence number; null where nothing that happens there is told of that instant
 */
export function sendingOf(trace: Trace, wiring: Wiring, { sort, stops }: Message): number | null {
  const [at = 0, from = -1] = stops;
  let found: number | null = null;
  // Who asks for a disk is told of the disk: then any such fact of the instant has to do.
  let elsewhere: number | null = null;
  for (let seq = trace.seqAt(at) - 1; seq >= 0; seq--) {
    const fact = trace.fact(seq);
    if (fact.at < at) break;
    if (!senders[sort].test(kindNames[fact.kind]!)) continue;
    elsewhere = seq;
    const about = subjectOf(fact);
    if (about && wiring.placeOf(about.table, about.row) === from) found = seq;
  }
  return found ?? elsewhere;
}
