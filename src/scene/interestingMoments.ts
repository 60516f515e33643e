import { kindNumber } from '../model/kinds.ts';
import type { KindName } from '../model/kinds.ts';
import type { Micros } from '../model/time.ts';
import { firstOf } from './interestingMoment.ts';

/** Why a moment of a run is worth a picture. */
export type Turn = 'start' | 'deed' | 'decision' | 'elsewhere' | 'breach' | 'home' | 'end';

/** A moment of a run worth a picture. */
export interface InterestingMoment {
  /** A whole millisecond, since addresses name no shorter ones. */
  readonly at: Micros;
  readonly turn: Turn;
}

/** Each turn that facts tell of, in the order of a story, and the kinds of which the first is its moment. */
const tellers: readonly (readonly [Turn, readonly KindName[]])[] = [
  ['deed', ['command.given']],
  [
    'decision',
    [
      'partner.declared-failed',
      'takeover.ordered',
      'takeover.forced',
      'takeover.inhibited',
      'port.failure-detected',
    ],
  ],
  ['elsewhere', ['takeover.completed', 'port.moved']],
  ['breach', ['invariant.broken']],
  ['home', ['giveback.completed', 'port.returned']],
];

/** So many pictures tell a story; what is decided is left out first, as what follows shows it. */
const most = 5;
const millisecond: Micros = 1000;

/** The first whole millisecond at which all facts of an instant have happened. */
const shownFrom = (at: Micros): Micros => Math.ceil(at / millisecond) * millisecond;

/**
 * The moments of a run that tell its story in still pictures, in order, none twice: how it starts,
 * what is done first, what is decided, when names live elsewhere, when a rule is broken, and when
 * names are home again, or else how it ends.
 * @param words packed facts of the whole run
 * @param until where the run ends: a whole millisecond
 */
export function interestingMoments(words: Int32Array, until: Micros): InterestingMoment[] {
  const found = new Map<Turn, Micros>([['start', 0]]);
  for (const [turn, kinds] of tellers) {
    const at = firstOf(words, new Set(kinds.map((kind) => kindNumber[kind])));
    if (at !== null) found.set(turn, Math.min(until, shownFrom(at)));
  }
  if (!found.has('home')) found.set('end', until);
  if (found.size > most) found.delete('decision');
  // Of turns at one moment the one told last is what the story leads to.
  const turns = new Map([...found].map(([turn, at]) => [at, turn]));
  return [...turns].map(([at, turn]) => ({ at, turn })).sort((a, b) => a.at - b.at);
}
