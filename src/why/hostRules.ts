import { kindNames } from '../model/kinds.ts';
import type { KindName } from '../model/kinds.ts';
import type { Rules } from './rule.ts';
import type { Fact } from '../model/fact.ts';
import { lastOf } from './told.ts';
import type { Told } from './told.ts';

/** What can take the target of a request away, or keep it from answering. */
const takers: readonly KindName[] = [
  'vport.disabled',
  'vport.link-down',
  'vport.evicted',
  'port.black-hole',
  'port.half-open',
  'server.hung',
  'server.paused',
];

/** What took the target of a path away; the name may have stood in any slot that carries it. */
function takerOf(told: Told, path: number, until: number): number {
  const { vport, port, path: paths } = told.world;
  const home = paths.home[path]!;
  const carries = (slot: number): boolean => vport.home[slot] === home;
  return lastOf(told, takers, until, ({ kind, a }) => {
    const name = kindNames[kind]!;
    if (name.startsWith('vport.')) return carries(a);
    for (let slot = 1; slot < vport.rows; slot++) {
      const on = vport.port[slot]!;
      if (carries(slot) && a === (name.startsWith('port.') ? on : port.server[on])) return true;
    }
    return false;
  });
}

/** The path on which a request was sent that this fact is about; 0 when it is not known. */
function pathOf({ trace }: Told, fact: Fact): number {
  let cause = fact;
  for (let i = 0; cause.because >= 0 && i < 8; i++) {
    cause = trace.fact(cause.because);
    const kind = kindNames[cause.kind]!;
    if (!kind.startsWith('io.')) return 0;
    if (kind === 'io.submitted' || kind === 'io.requeued') return cause.b;
  }
  return 0;
}

/** Hosts: notifications, logins, paths and requests. */
export const hostRules: Rules = {
  'rscn.sent': {
    says: 'Changes are collected for noticeWindow, then all who may see them are notified',
    sources: ['FC-LS: RSCN'],
    settings: ['noticeWindow', 'notifications'],
  },
  'rscn.received': { says: 'A host asks anew after a notification', sources: ['FC-LS: RSCN'] },
  'rscn.missed': {
    says: 'Who misses a notification believes the old until rediscovery',
    settings: ['rediscovery'],
    also: (told, { a, seq }) => lastOf(told, ['host-port.deaf'], seq, (fact) => fact.a === a),
  },
  'host-port.looks': {
    says: 'A host looks by itself when it missed something',
    settings: ['rediscovery'],
  },
  'host-port.dark': {
    says: 'Without light the fabric ends the login of a host port',
    settings: ['linkLoss'],
  },
  'host-port.online': { says: 'A host port logs in when it sees light', settings: ['hostStep'] },
  'name-server.queried': {
    says: 'A host asks where a name lives, and so finds it at its new address',
    sources: ['claim 8'],
    settings: ['nameQuery', 'hostStep'],
  },
  'name-server.answered': {
    says: 'The name server answers with what is listed at that moment',
    sources: ['FC-GS: name server'],
    settings: ['hostStep'],
  },
  'path.plogi-sent': {
    says: 'A host logs in to the name at the address that it was told',
    sources: ['FC-LS: PLOGI'],
    settings: ['hostStep'],
  },
  'path.prli-sent': {
    says: 'After the login a SCSI session is opened',
    sources: ['FCP: PRLI'],
    settings: ['hostStep'],
  },
  'path.adisc-sent': {
    says: 'A host that asks whose its old address is checks it there',
    sources: ['Linux: libfc'],
    settings: ['nameQuery'],
  },
  'path.online': {
    says: 'A path is open when the session stands',
    sources: ['claim 8', 'FCP: PRLI'],
  },
  'path.blocked': {
    says: 'Requests of a lost name wait for fastIoFail before they are failed',
    sources: ['Linux: FC transport'],
    settings: ['fastIoFail'],
  },
  'path.failed': {
    says: 'A path whose name stays away for fastIoFail is given up',
    settings: ['fastIoFail'],
  },
  'path.lost': {
    says: 'A path that stays given up for devLoss is removed',
    settings: ['devLoss'],
  },
  'path.reinstated': {
    says: 'The path checker looks every checkerPoll',
    settings: ['checkerPoll', 'pathChecker'],
  },
  'path.check-failed': {
    says: 'A path comes back only when the checker’s look is answered',
    settings: ['checkerPoll', 'pathChecker'],
  },
  'path.address-changed': {
    says: 'Who binds a target by address cannot follow its name',
    settings: ['binding'],
  },
  'io.submitted': {
    says: 'An application submits requests all the time',
    settings: ['requestRate', 'queueDepth'],
  },
  'io.lost': {
    says: 'Nobody answers for a request that reaches no enabled slot',
    settings: ['commandTimeout'],
    // The frame that was lost is no reason by itself.
    from: (told, fact) => {
      const path = pathOf(told, fact);
      const taker = path ? takerOf(told, path, fact.seq) : -1;
      return taker >= 0 ? taker : fact.because;
    },
  },
  'io.requeued': {
    says: 'A request that was not answered is sent again',
    sources: ['claim 8'],
    settings: ['busyRetry', 'noPathRetry'],
  },
  'io.timed-out': {
    says: 'A host aborts a request that nobody answered for commandTimeout',
    settings: ['commandTimeout', 'requestTimeouts'],
    from: (told, { b, seq }) => takerOf(told, b, seq),
  },
  'io.failed': {
    says: 'With no path left a request fails or waits, as noPathRetry says',
    settings: ['noPathRetry'],
  },
};
