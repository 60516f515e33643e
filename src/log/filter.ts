import { kindAt, readFact } from '../model/fact.ts';
import type { Loudness } from '../model/fact.ts';
import { kindList, kindNames } from '../model/kinds.ts';
import type { Plan, Thing } from '../model/plan.ts';
import type { World } from '../model/world.ts';
import { sentenceOf } from '../scene/sentences.ts';
import { concerns } from './concerns.ts';

/** Which facts are wanted. */
export interface Filter {
  /** Only those that concern it or a part of it; null for all. */
  readonly thing: Thing | null;
  /** Words that must all stand in the sentence or the dotted name, in any order and case. */
  readonly text: string;
  /** First words of dotted names; none for all. */
  readonly groups: readonly string[];
  /** Facts as loud as this and louder. */
  readonly loudness: Loudness;
}

export const everything: Filter = { thing: null, text: '', groups: [], loudness: 'routine' };

const loudest: readonly Loudness[] = ['event', 'detail', 'routine'];

/** `heartbeat` of `heartbeat.missed`. */
export const groupOf = (name: string): string => name.slice(0, name.indexOf('.'));

/** All groups of kinds, in alphabetical order. */
export const groups: readonly string[] = [...new Set(kindNames.map(groupOf))].sort();

/** A filter made ready: it is asked of every fact of a run. */
export interface Matcher {
  /** It reads sentences, so the world must be that just after the fact. */
  readonly needsWorld: boolean;
  readonly matches: (w: World, words: Int32Array, i: number, seq: number) => boolean;
}

/** @param say the sentence in the words in use */
export function matcherOf(
  plan: Plan,
  filter: Filter,
  say: (text: string) => string = (text) => text,
): Matcher {
  const least = loudest.indexOf(filter.loudness);
  const sought = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = kindNames.map(
    (name, kind) =>
      loudest.indexOf(kindList[kind]!.loudness) <= least &&
      (filter.groups.length === 0 || filter.groups.includes(groupOf(name))),
  );
  /** By kind: the words that its dotted name does not have, so that the sentence must. */
  const missing = kindNames.map((name) => sought.filter((word) => !name.includes(word)));
  const about = filter.thing === null ? null : concerns(plan, filter.thing);
  return {
    needsWorld: sought.length > 0,
    matches: (w, words, i, seq) => {
      const kind = kindAt(words, i);
      if (!wanted[kind] || (about && !about(words, i, kind))) return false;
      const rest = missing[kind]!;
      if (rest.length === 0) return true;
      const sentence = say(sentenceOf(w, readFact(words, i, seq - i))).toLowerCase();
      return rest.every((word) => sentence.includes(word));
    },
  };
}
