import { fromGallery } from '../src/content/gallery.ts';
import { planOf } from '../src/content/plan.ts';
import type { Scenario, Topology } from '../src/content/scenario.ts';
import { Sim } from '../src/kernel/run.ts';
import type { Mutation } from '../src/kernel/run.ts';
import { lineOf } from '../src/kernel/print.ts';
import { kindNames } from '../src/model/kinds.ts';
import type { KindName } from '../src/model/kinds.ts';
import { factWords, readFact } from '../src/model/fact.ts';
import type { Fact } from '../src/model/fact.ts';
import { idOf, thingOf } from '../src/model/plan.ts';
import type { Settings } from '../src/model/plan.ts';
import { seconds } from '../src/model/time.ts';
import { properties } from '../src/properties/index.ts';

/** A story: a scenario, things that happen to it, and questions about what followed. */
export class Story {
  readonly sim: Sim;
  readonly facts: Fact[] = [];

  constructor(
    id: string,
    settings: Partial<Settings> = {},
    mutation: Mutation = {},
    topology: Partial<Topology> = {},
  ) {
    const scenario = fromGallery(id)!;
    const told: Scenario = {
      ...scenario,
      settings: { ...scenario.settings, ...settings },
      topology: { ...scenario.topology, ...topology },
    };
    this.sim = new Sim(planOf(told), mutation);
    this.collect();
  }

  private collect(): void {
    const words = this.sim.drain();
    const from = this.facts.length;
    for (let i = 0; i < words.length / factWords; i++) this.facts.push(readFact(words, i, from));
  }

  /** Runs until this many seconds. */
  until(at: number): this {
    this.sim.runUntil(seconds(at));
    this.collect();
    return this;
  }

  /** Gives a command; throws when it is refused. */
  do(command: string, thing: string): this {
    const refusal = this.sim.act(command, thing);
    if (refusal) throw new Error(`${command} ${thing}: ${refusal.what}`);
    this.collect();
    return this;
  }

  row(id: string): number {
    return thingOf(this.sim.plan, id)!.row;
  }

  /** Facts of a kind; `about` are its first operands, as ids or numbers. */
  all(kind: KindName, ...about: (string | number | undefined)[]): Fact[] {
    const operands = about.map((each) => (typeof each === 'string' ? this.row(each) : each));
    return this.facts.filter((fact) => {
      if (kindNames[fact.kind] !== kind) return false;
      const values = [fact.a, fact.b, fact.c, fact.d];
      return operands.every((value, i) => value === undefined || values[i] === value);
    });
  }

  /** The first such fact from `after` on; throws when there is none. */
  first(kind: KindName, about: (string | number | undefined)[] = [], after = -1): Fact {
    const found = this.all(kind, ...about).find((fact) => fact.seq > after);
    if (!found) throw new Error(`${kind} ${about.join(' ')} never happened after fact ${after}`);
    return found;
  }

  /** Asserts that each happens after the one before it; other facts may come between. */
  order(...steps: readonly (readonly [KindName, ...(string | number | undefined)[]])[]): Fact[] {
    let after = -1;
    return steps.map(([kind, ...about]) => {
      const fact = this.first(kind, about, after);
      after = fact.seq;
      return fact;
    });
  }

  never(kind: KindName, ...about: (string | number | undefined)[]): boolean {
    return this.all(kind, ...about).length === 0;
  }

  /** Ids of properties found broken. */
  get broken(): string[] {
    return [...new Set(this.all('invariant.broken').map((fact) => properties[fact.a - 1]!.id))];
  }

  /** The longest gap, in seconds, between answers to requests of a LUN, from `since` on. */
  pause(lun: string, since: number): number {
    const at = this.all('io.acknowledged', undefined, lun)
      .map((fact) => fact.at)
      .filter((instant) => instant >= seconds(since) - 1_000_000);
    let longest = 0;
    for (let i = 1; i < at.length; i++) longest = Math.max(longest, at[i]! - at[i - 1]!);
    return longest / 1_000_000;
  }

  /** The trace without routine facts, one line each. */
  lines(): string[] {
    return this.facts
      .filter(
        (fact) =>
          !/^(heartbeat\.(sent|heard)|io\.|watch|pulse|mailbox\.(stamped|read))/.test(
            kindNames[fact.kind]!,
          ),
      )
      .map((fact) => lineOf(this.sim.plan, fact));
  }

  id(table: 'vport' | 'port' | 'server' | 'disk', row: number): string {
    return idOf(this.sim.plan, { table, row });
  }
}

export const story = (...told: ConstructorParameters<typeof Story>): Story => new Story(...told);
