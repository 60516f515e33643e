import type { Fact } from '../model/fact.ts';
import { kindNames } from '../model/kinds.ts';
import type { KindName } from '../model/kinds.ts';
import { givebackVetoes, inhibitions, takeoverCauses } from '../model/wordLists.ts';
import type { Rule, Rules, SettingName } from './rule.ts';
import { span } from './rule.ts';
import { mirrorBreaker, silencerOf } from './silence.ts';
import { lastOf } from './told.ts';
import type { Told } from './told.ts';

interface Ground {
  readonly says: string;
  readonly sources: readonly string[];
  readonly settings?: readonly SettingName[];
}
type Cause = (typeof takeoverCauses)[number];

/** For each cause of a takeover, the rule that makes it one. */
const causes: Readonly<Record<Cause, Ground>> = {
  none: { says: 'Nothing speaks for a takeover', sources: [] },
  'no heartbeat': {
    says: 'missesAllowed × heartbeatInterval without a heartbeat is a failure',
    sources: ['claims 2, 28'],
    settings: ['missesAllowed', 'heartbeatInterval'],
  },
  panic: { says: 'A panic is a failure at once', sources: ['ONTAP: takeover on panic'] },
  operator: { says: 'An operator may order a takeover', sources: ['claims 3, 27'] },
  resumed: {
    says: 'A taker that comes back with its partner’s disks takes the takeover up again if it had stood for takeoverGrace',
    sources: [],
    settings: ['takeoverGrace'],
  },
  'service processor alert': {
    says: 'An alert that a server is off is a failure at once',
    sources: ['ONTAP: storage failover hwassist'],
    settings: ['hardwareAssist', 'alertLatency'],
  },
  forced: {
    says: 'An operator may force a takeover and give up writes',
    sources: ['ONTAP: storage failover takeover -option force'],
  },
  'shelf path lost': {
    says: 'The server that sees more of the disks serves them',
    sources: ['ONTAP: shelf mismatch'],
  },
  'no port left': {
    says: 'A server without a usable port is taken over by a partner that has one',
    sources: [],
    settings: ['takeoverWithoutPort'],
  },
};

/** `missesAllowed × heartbeatInterval` of this plan, worked out. */
const limit = (fact: Fact, heartbeatInterval: number, missesAllowed: number): string =>
  takeoverCauses[fact.c] === 'no heartbeat'
    ? `: ${missesAllowed} × ${span(heartbeatInterval)} = ${span(missesAllowed * heartbeatInterval)}`
    : '';

type Inhibition = (typeof inhibitions)[number];
type Finds = (told: Told, taker: number, failed: number, until: number) => number;

const lastAbout =
  (...kinds: readonly KindName[]): Finds =>
  (told, taker, failed, until) =>
    lastOf(told, kinds, until, ({ a }) => a === taker || a === failed);
const lastOfShelf =
  (...kinds: readonly KindName[]): Finds =>
  (told, _taker, failed, until) =>
    lastOf(told, kinds, until, ({ a }) => told.world.shelf.home[a] === failed);

/** For each reason that forbids a takeover, the fact that made it so. */
const inhibitors: Readonly<Record<Inhibition, Finds>> = {
  none: () => -1,
  'interconnect error, partner alive in the mailbox': (told, _taker, failed, until) =>
    silencerOf(told, failed, until),
  'unsynchronized log': (told, taker, failed, until) => {
    const lost = lastOf(told, ['mirror.lost', 'log.replay-failed'], until, ({ kind, a }) =>
      kindNames[kind] === 'mirror.lost' ? a === failed : a === taker,
    );
    return lost >= 0 ? lost : mirrorBreaker(told, failed, until);
  },
  'partner is attempting takeover': (told, _taker, failed, until) =>
    lastOf(told, ['takeover.started', 'partner.declared-failed'], until, ({ a }) => a === failed),
  'partner mailbox not readable': lastOfShelf('mailbox.failed'),
  'disabled by operator': lastAbout('takeover.disabled'),
  'software version mismatch': lastAbout('server.upgraded'),
  'failed in its last takeover': lastAbout('takeover.failed', 'takeover.abandoned'),
  // Disks that are out of reach, or of which too many have failed.
  'partner disks not visible': (told, taker, failed, until) => {
    const { shelf, disk } = told.world;
    return lastOf(told, ['shelf.cut-off', 'disk.failed'], until, ({ kind, a, b }) =>
      kindNames[kind] === 'disk.failed'
        ? disk.home[a] === failed
        : shelf.home[a] === failed && b === taker,
    );
  },
};

/** The fact that forbade a takeover; -1 when a setting did, or nothing that was told. */
export const inhibitorOf = (told: Told, { seq, a, b, c }: Fact): number =>
  inhibitors[inhibitions[c] ?? 'none'](told, a, b, seq);

const inhibited = (says: string): Rule => ({
  says,
  sources: ['ONTAP: cf.fsm.takeoverOfPartnerDisabled'],
  settings: ({ plan }, { c }) =>
    inhibitions[c] === 'disabled by operator' && !plan.settings.automaticTakeover
      ? ['automaticTakeover']
      : inhibitions[c] === 'unsynchronized log'
        ? ['logMirroring']
        : /mailbox/.test(inhibitions[c] ?? '')
          ? ['mailbox']
          : [],
  also: inhibitorOf,
});

/** For each veto, the kinds that made it so. */
const vetoers: Readonly<Record<(typeof givebackVetoes)[number], readonly KindName[]>> = {
  none: [],
  'a disk has failed': ['disk.failed'],
  'the partner cannot reach its disks': ['shelf.cut-off'],
  'a disk is being rebuilt': ['disk.replaced'],
};

/** Takeover and giveback. */
export const takeoverRules: Rules = {
  'partner.declared-failed': {
    says: ({ plan: { settings: s } }, fact) =>
      `${causes[takeoverCauses[fact.c] ?? 'none'].says}${limit(fact, s.heartbeatInterval, s.missesAllowed)}`,
    sources: (_w, { c }) => causes[takeoverCauses[c] ?? 'none'].sources,
    settings: (_w, { c }) => causes[takeoverCauses[c] ?? 'none'].settings ?? [],
  },
  'takeover.ordered': { says: 'An operator may order a takeover', sources: ['claims 3, 27'] },
  'takeover.cancelled': {
    says: 'A partner that lives is not taken over',
    sources: ['ONTAP: cf.fsm.autoTakeoverCancelled'],
  },
  'takeover.inhibited': inhibited('A takeover that might lose or corrupt data is not begun'),
  'takeover.force-refused': inhibited('Some reasons no force overrides'),
  'takeover.started': {
    says: 'The intent stands in the mailbox before a disk is touched',
    sources: ['claims 1, 12, 18, 26', 'ONTAP: cf.fsm'],
    settings: ['mailboxRead'],
  },
  'takeover.resumed': {
    says: 'A taker that fails later than takeoverGrace after its takeover comes back in takeover mode',
    settings: ['takeoverGrace'],
  },
  'takeover.completed': {
    says: 'A takeover is complete when every name of the partner answers',
    sources: ['claims 1, 26', 'ONTAP: cf.fm.takeoverComplete'],
  },
  'takeover.incomplete': {
    says: 'A takeover is complete only when every name of the partner answers',
    sources: ['claims 1, 26'],
    settings: ['loginRetry'],
  },
  'takeover.stalled': {
    says: 'Under a policy by which the first login wins, a name must be logged out before it can log in elsewhere',
    settings: ['duplicateNames', 'secondLogin'],
    also: ({ index }, { b, seq }) => index.about('server', b).findLast((each) => each < seq) ?? -1,
  },
  'takeover.failed': {
    says: 'A taker that cannot go on lets go of all that it took',
    sources: ['ONTAP: undo of a failed takeover'],
  },
  'takeover.abandoned': {
    says: 'A taker that fails within takeoverGrace leaves takeover mode',
    settings: ['takeoverGrace'],
  },
  'giveback.ordered': { says: 'An operator may ask for the giveback', sources: ['claim 30'] },
  'giveback.started': {
    says: 'What is given back leaves in order: slots drained and logged out, then disks',
    sources: ['claims 29, 39'],
    settings: ['automaticGiveback', 'drainLimit'],
  },
  'giveback.completed': {
    says: 'Names and disks are home when their own server serves them',
    sources: ['claims 29, 39'],
    settings: ['releaseDisks'],
  },
  'giveback.broken-off': {
    says: 'A partner that fails again before it serves is not given back to',
    sources: ['ONTAP: storage failover giveback'],
  },
  'giveback.suspended': {
    says: 'After givebacksAllowed within givebackWindow only a command gives back',
    settings: ['givebacksAllowed', 'givebackWindow'],
  },
  'giveback.partial': {
    says: 'What is home stays home; the command is repeated for the rest',
    sources: ['ONTAP: partial giveback'],
  },
  'giveback.vetoed': {
    says: 'Disks are not given to a server that could not serve them; only a rebuild may be overridden',
    sources: ['ONTAP: giveback vetoes'],
    also: (told, { b, c, seq }) =>
      lastOf(told, vetoers[givebackVetoes[c] ?? 'none'], seq, (fact) =>
        givebackVetoes[c] === 'the partner cannot reach its disks'
          ? told.world.shelf.home[fact.a] === b
          : told.world.disk.home[fact.a] === b,
      ),
  },
};
