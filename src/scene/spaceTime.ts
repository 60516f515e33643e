import { order } from '../commands/order.ts';
import { instantAt, kindAt, operandAt } from '../model/fact.ts';
import { kindList, kindNames } from '../model/kinds.ts';
import type { KindName } from '../model/kinds.ts';
import type { Plan } from '../model/plan.ts';
import { schema } from '../model/schema.ts';
import type { TableName } from '../model/schema.ts';
import type { Micros } from '../model/time.ts';
import { Buckets } from './spaceTimeBuckets.ts';
import { DiskMessages } from './spaceTimeDisks.ts';
import { Entries } from './spaceTimeEntries.ts';
import type { Handler } from './spaceTimeHandlers.ts';
import { placeOfKind } from './spaceTimeKinds.ts';
import type { Across, Dot } from './spaceTimeMarks.ts';
import { Messages } from './spaceTimeMessages.ts';
import { NameBands } from './spaceTimeNames.ts';
import { Requests } from './spaceTimeRequests.ts';
import { StateSpans } from './spaceTimeStates.ts';
import { Wiring } from './spaceTimeWiring.ts';

const tableNames = Object.keys(schema) as readonly TableName[];

/** The first operand of a kind that names a thing with a place, and the table of that thing. */
export function dotOperand(
  kind: KindName,
): { readonly n: number; readonly table: TableName } | null {
  const { operands } = kindList[kindNames.indexOf(kind)]!;
  const n = operands.findIndex(
    ({ kind: is, of }) =>
      is === 'reference' && of !== 'message' && of !== 'login' && of !== 'nameEntry',
  );
  return n < 0 ? null : { n, table: operands[n]!.of as TableName };
}

/** Handlers as one: most kinds of fact have a single one, which is then called directly. */
function inTurn(handlers: readonly Handler[]): Handler | null {
  if (handlers.length < 2) return handlers[0] ?? null;
  return (at, a, b, c, d) => {
    for (const act of handlers) act(at, a, b, c, d);
  };
}

/**
 * What the space-time diagram shows, folded from facts: places are rows, bands are names that live
 * there, spans are what servers do, and slanted lines are messages.
 */
export class SpaceTime {
  readonly wiring: Wiring;
  readonly names: NameBands;
  readonly states: StateSpans;
  readonly messages: Messages;
  readonly requests: Requests;
  readonly dots = new Buckets<Dot>();
  readonly across: Across[] = [];
  /** For each kind of fact, what is done with it; null where nothing is. */
  private readonly acts: readonly (Handler | null)[];

  constructor(plan: Plan) {
    this.wiring = new Wiring(plan);
    this.names = new NameBands(plan, this.wiring);
    this.states = new StateSpans(plan, this.wiring);
    this.messages = new Messages(plan, this.wiring, this.names);
    this.requests = new Requests(plan, this.wiring);
    const disks = new DiskMessages(plan, this.wiring, this.messages.all);
    const entries = new Entries(plan, this.wiring, (place, at) =>
      this.dots.add(at, { place, at, loud: true }),
    );
    const parts = [this.names, this.states, this.messages, this.requests, disks, entries];
    this.acts = kindNames.map((name) => {
      const handlers = parts.flatMap((part) => part.handlers[name] ?? []);
      const place = placeOfKind[name];
      if (place === 'dot' && dotOperand(name)) handlers.push(this.dotter(name));
      if (place === 'across') handlers.push(this.crosser(name));
      return inTurn(handlers);
    });
  }

  /** Takes in one packed fact. */
  take(words: Int32Array, i: number): void {
    this.acts[kindAt(words, i)]?.(
      instantAt(words, i),
      operandAt(words, i, 0),
      operandAt(words, i, 1),
      operandAt(words, i, 2),
      operandAt(words, i, 3),
    );
  }

  /** Whether anything is done with a kind of fact. */
  knows(kind: KindName): boolean {
    return this.acts[kindNames.indexOf(kind)] !== null;
  }

  private dotter(name: KindName): Handler {
    const found = dotOperand(name);
    const loud = kindList[kindNames.indexOf(name)]!.loudness === 'event';
    return (at, ...operands) => {
      if (!found) return;
      const place = this.wiring.placeOf(found.table, operands[found.n]!);
      if (place >= 0) this.dots.add(at, { place, at, loud });
    };
  }

  private crosser(name: KindName): Handler {
    if (name === 'invariant.broken') return (at) => this.mark(at, true);
    if (name !== 'command.given') return (at) => this.mark(at, false);
    return (at, command, table, row) => {
      this.mark(at, order[command]?.[1] ?? false);
      const place = this.wiring.placeOf(tableNames[table]!, row);
      if (place >= 0) this.dots.add(at, { place, at, loud: true });
    };
  }

  private mark(at: Micros, fault: boolean): void {
    this.across.push({ at, fault });
  }
}
