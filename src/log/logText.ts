import type { Fact } from '../model/fact.ts';
import { kindNames } from '../model/kinds.ts';
import type { Plan } from '../model/plan.ts';
import type { World } from '../model/world.ts';
import { sentenceOf } from '../scene/sentences.ts';
import { stateWords } from '../scene/stateWords.ts';
import { fields } from '../trace/fields.ts';
import type { Field } from '../trace/fields.ts';
import { Quoted } from '../trace/quoted.ts';
import { spaced, ThingsById, thingWords } from './thingWords.ts';

/** How much is said of a fact: its sentence, what it carries as well, or as the trace has it. */
export const lengths = ['short', 'full', 'expert'] as const;
export type Length = (typeof lengths)[number];

/** A length of time or an instant: `250 µs`, `2.5 ms`, `12.5 s`, with nothing cut off. */
function timeWords(micros: number): string {
  if (micros < 1_000) return `${micros} µs`;
  return micros < 1_000_000 ? `${micros / 1_000} ms` : `${micros / 1_000_000} s`;
}

/**
 * Facts in words, in three lengths. The world is that just after the fact: most sentences read only
 * what never changes, but a name server entry is a row that comes and goes.
 */
export class LogText {
  private readonly quoted: Quoted;
  private readonly things: ThingsById;

  constructor(plan: Plan) {
    this.quoted = new Quoted(plan);
    this.things = new ThingsById(plan);
  }

  /** The fact in the length asked for. */
  of(length: Length, w: World, fact: Fact): string {
    if (length === 'expert') return this.expert(fact);
    return length === 'full' ? this.full(w, fact) : sentenceOf(w, fact);
  }

  /** The sentence, and what the fact carries as label and value; never empty, one line. */
  full(w: World, fact: Fact): string {
    const carried = this.carried(w, fact);
    const short = sentenceOf(w, fact);
    if (carried.length === 0) return short;
    return `${short} (${carried.map(([label, value]) => `${label}: ${value}`).join('; ')})`;
  }

  /** `heartbeat.missed server="B" partner="A" missed=2 step=812 because=1033`, values as JSON. */
  expert(fact: Fact): string {
    const kind = kindNames[fact.kind]!;
    const because = fact.because < 0 ? 'null' : fact.because;
    return [kind, this.fieldsOf(fact), `step=${fact.step}`, `because=${because}`]
      .filter((part) => part !== '')
      .join(' ');
  }

  /** The fields of a fact as `name=value`, values as JSON; empty where it has none. */
  fieldsOf(fact: Fact): string {
    return fields[kindNames[fact.kind]!]
      .map((field) => `${field.name}=${this.json(field, fact)}`)
      .join(' ');
  }

  private json({ text }: Field, { a, b, c, d }: Fact): string {
    return text(this.quoted, a, b, c, d);
  }

  /** What a fact carries: label and value in words, without what is absent. */
  private carried(w: World, fact: Fact): readonly (readonly [string, string])[] {
    const pairs: [string, string][] = [];
    for (const field of fields[kindNames[fact.kind]!]) {
      // A row of the table of messages is only the place where one is kept while it travels.
      if (field.type.kind === 'thing' && field.type.of === 'message') continue;
      const value = this.value(w, fact, field);
      if (value !== null) pairs.push([spaced(field.name), value]);
    }
    return pairs;
  }

  /** A value in words; null where there is none. */
  private value(w: World, fact: Fact, field: Field): string | null {
    const value: unknown = JSON.parse(this.json(field, fact));
    if (value === null) return null;
    const { type } = field;
    switch (type.kind) {
      case 'thing': {
        const thing = this.things.of(String(value));
        return thing ? thingWords(w, thing) : String(value);
      }
      case 'state':
        // Kinds that tell a state have it as their second operand, see `fields`.
        return `“${stateWords(type.of, fact.b)}”`;
      case 'flag':
        return value === true ? 'yes' : 'no';
      case 'count':
        if (type.unit === 'µs') return timeWords(Number(value));
        return type.unit === undefined ? String(value) : `${String(value)} ${type.unit}`;
      default:
        return String(value);
    }
  }
}
