import type { Fact } from '../model/fact.ts';
import { kindAt, readFact } from '../model/fact.ts';
import { kindList, kindNames } from '../model/kinds.ts';
import type { KindName } from '../model/kinds.ts';
import type { Micros } from '../model/time.ts';
import { sentenceOf } from '../scene/sentences.ts';
import { called } from '../scene/words.ts';
import { plurals } from './plurals.ts';
import { tellRule } from './rule.ts';
import type { RuleTold } from './rule.ts';
import { ruleOf } from './rules.ts';
import type { Told } from './told.ts';
import { toneOf } from './tones.ts';
import type { Tone } from './tones.ts';

/** Another fact that a rule looked at. */
export interface Aside {
  readonly seq: number;
  readonly at: Micros;
  readonly says: string;
}

/** One fact of a chain, for people. */
export interface Link extends Aside {
  readonly kind: KindName;
  readonly tone: Tone;
  /** How many facts of its kind it stands for. */
  readonly count: number;
  readonly rule: RuleTold | null;
  readonly also: Aside | null;
}

/** Longer than any chain of a day of failures; a guard, since a chain only ever goes back. */
const longest = 10_000;
/** So many facts are looked through for others like one. */
const mostLookedThrough = 20_000;

/** The fact that led to this one, as the domain sees it; -1 at a root. */
export function causeOf(told: Told, fact: Fact): number {
  const from = ruleOf(kindNames[fact.kind]!)?.from;
  const seq = from ? from(told, fact) : fact.because;
  return seq < fact.seq ? seq : -1;
}

/** All facts that led to one, itself first, back to the root. */
export function causesOf(told: Told, seq: number): readonly Fact[] {
  const facts: Fact[] = [];
  for (let next = seq; next >= 0 && facts.length < longest;) {
    const fact = told.trace.fact(next);
    facts.push(fact);
    next = causeOf(told, fact);
  }
  return facts;
}

const isRequest = ({ kind }: Fact): boolean => kindNames[kind]!.startsWith('io.');

/** Of these the ones that are told: events, the one that was asked for, and the way of its request. */
function toldOf(facts: readonly Fact[]): readonly Fact[] {
  const asked = facts[0];
  return facts.filter((fact, i) => {
    if (fact === asked) return true;
    // The engine tells some alike one after the other; the one nearest to the effect stands for them.
    if (fact.kind === facts[i - 1]!.kind) return false;
    if (kindList[fact.kind]!.loudness === 'event') return true;
    return isRequest(fact) && facts.slice(0, i).every(isRequest);
  });
}

/** Facts of a kind between the cause and the effect of one of them, which are told with it. */
function alikeOf({ trace, world }: Told, fact: Fact, from: number, until: number): readonly Fact[] {
  const plural = plurals[kindNames[fact.kind]!];
  if (!plural) return [fact];
  const found: Fact[] = [];
  trace.forEach(Math.max(from, until - mostLookedThrough, 0), until, (words, i, seq) => {
    if (kindAt(words, i) !== fact.kind) return;
    const other = readFact(words, i, seq - i);
    if (plural.alike(world, fact, other)) found.push(other);
  });
  return found.length > 0 ? found : [fact];
}

/**
 * What a fact says. An entry of the name server may be another by now, so what stands in it is read from
 * the login that led to it.
 */
function says({ trace, world }: Told, fact: Fact): string {
  if (kindNames[fact.kind] === 'name-server.registered' && fact.because >= 0) {
    const login = trace.fact(fact.because);
    if (kindNames[login.kind] === 'fabric.login-accepted') {
      const fabric = world.port.fabric[world.vport.port[login.a]!]!;
      return `The name server of ${called.fabric(world, fabric)} lists ${called.name(world, login.a)}`;
    }
  }
  return sentenceOf(world, fact);
}

/** A fact as an aside; null for none. */
export function asideOf(told: Told, seq: number): Aside | null {
  if (seq < 0 || seq >= told.trace.count) return null;
  const fact = told.trace.fact(seq);
  return { seq, at: fact.at, says: says(told, fact) };
}

/**
 * Why a fact happened: the facts that led to it, the root first, with the rules that made one follow
 * from the other.
 * @param seq its sequence number
 */
export function chainOf(told: Told, seq: number): readonly Link[] {
  const facts = [...toldOf(causesOf(told, seq))];
  const links: Link[] = [];
  let effect: Fact | null = null;
  for (const [i, fact] of facts.entries()) {
    const cause = facts[i + 1];
    const alike: readonly Fact[] = effect
      ? alikeOf(told, fact, (cause?.seq ?? fact.seq - 1) + 1, effect.seq)
      : [fact];
    const own: Fact | undefined = effect ? ownOf(alike, effect) : undefined;
    const shown: Fact = own ?? fact;
    links.push(linkOf(told, shown, own ? 1 : alike.length, cause?.seq ?? -1));
    effect = shown;
  }
  return links.reverse();
}

/** Where many had to be ready, the one of the thing that the effect is about is the nearest reason. */
const ownOf = (alike: readonly Fact[], effect: Fact): Fact | undefined =>
  alike.find((fact) => fact.a === effect.a && tableOf(fact) === tableOf(effect));

const tableOf = ({ kind }: Fact): string | undefined => kindList[kind]!.operands[0]?.of;

function linkOf(told: Told, fact: Fact, count: number, cause: number): Link {
  const { world } = told;
  const kind = kindNames[fact.kind]!;
  const rule = ruleOf(kind);
  const also = rule?.also?.(told, fact) ?? -1;
  return {
    seq: fact.seq,
    at: fact.at,
    kind,
    tone: toneOf(kind),
    count,
    says: count > 1 ? plurals[kind]!.says(world, fact, count) : says(told, fact),
    rule: rule && tellRule(rule, world, fact),
    also: also === fact.seq || also === cause ? null : asideOf(told, also),
  };
}
