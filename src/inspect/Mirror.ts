import type { createInspector } from '@xstate/inspect';
import { definitionOf } from '../charts/definitions.ts';
import { stateOf } from '../charts/index.ts';
import { chartRows } from '../charts/rows.ts';
import type { ChartRow } from '../charts/rows.ts';
import { instantAt, kindAt, operandAt } from '../model/fact.ts';
import { kindNumber } from '../model/kinds.ts';
import { idOf } from '../model/plan.ts';
import type { Plan } from '../model/plan.ts';
import { clock } from '../model/time.ts';
import type { Micros } from '../model/time.ts';
import type { Trace } from '../model/trace.ts';
import type { World } from '../model/world.ts';
import { movesBetween } from '../scene/chartMoves.ts';
import { standsIn } from '../scene/chartSteps.ts';

/** What of an inspector is used here: plain ids stand for actors, since none of them runs in the page. */
export type Telling = Pick<ReturnType<typeof createInspector>, 'actor' | 'event' | 'snapshot'>;

/** A row that runs a chart, as an actor. */
interface Actor {
  readonly id: string;
  readonly chart: ChartRow;
  readonly row: number;
  /** The configuration that was told last. */
  state: number;
}

/** A fleet has thousands of paths, which nobody reads in a list. */
const mostActors = 4_000;
/** After a longer leap only the states are told: nobody reads what happened between. */
const mostSteps = 400;

/** `{ takingOver: 'fencing' }` from `takingOver.fencing`, as XState writes it. */
function valueOf(path: string): unknown {
  const [first, ...rest] = path.split('.') as [string, ...string[]];
  return rest.length === 0 ? first : { [first]: valueOf(rest.join('.')) };
}

/** Facts keep where a step led, not by which signal: where several lead there, all are named. */
function signalBetween({ chart }: ChartRow, from: number, to: number): string {
  const moves = movesBetween(definitionOf(chart), stateOf(chart, from), stateOf(chart, to));
  const signals = moves.map(({ on, after }) => (after ? `after ${on}` : on));
  return [...new Set(signals)].join(' or ') || 'step';
}

/** Tells an inspector what every chart of a run does while the playhead moves. */
export class Mirror {
  /** How many charts run in all. */
  readonly charts: number;
  private readonly inspector: Telling;
  private readonly actors: Actor[];
  private readonly byKind: ReadonlyMap<number, readonly Actor[]>;
  private trace: Trace | null = null;
  private rewritten = 0;
  private count = 0;

  constructor(inspector: Telling, plan: Plan) {
    this.inspector = inspector;
    const all = chartRows.map((chart) =>
      Array.from({ length: plan.rows[chart.table] }, (_, i): Actor => {
        const id = `${chart.chart} ${idOf(plan, { table: chart.table, row: i + 1 })}`;
        return { id, chart, row: i + 1, state: -1 };
      }),
    );
    this.charts = all.flat().length;
    const told = all.map((actors) => actors.slice(0, Math.floor(mostActors / all.length)));
    const few = this.charts <= mostActors ? all : told;
    this.actors = few.flat();
    this.byKind = new Map(chartRows.map(({ fact }, i) => [kindNumber[fact], few[i]!]));
  }

  /** Shows the run after its first `count` facts, which is where `w` stands. */
  show(trace: Trace, count: number, w: World): void {
    const same = trace === this.trace && trace.rewritten === this.rewritten;
    if (same && count === this.count) return;
    if (this.trace === null) this.register(w);
    else if (same && count > this.count) this.tellSteps(trace, count);
    this.trace = trace;
    this.rewritten = trace.rewritten;
    this.count = count;
    this.tellLeaps(w);
  }

  private register(w: World): void {
    for (const actor of this.actors) {
      actor.state = standsIn(w, actor.chart, actor.row);
      this.inspector.actor(actor.id, this.snapshotOf(actor));
    }
  }

  private tellSteps(trace: Trace, count: number): void {
    const steps: { readonly actor: Actor; readonly to: number; readonly at: Micros }[] = [];
    trace.forEach(this.count, count, (words, i) => {
      const actor = this.byKind.get(kindAt(words, i))?.[operandAt(words, i, 0) - 1];
      if (actor) steps.push({ actor, to: operandAt(words, i, 1), at: instantAt(words, i) });
    });
    if (steps.length > mostSteps) return;
    for (const { actor, to, at } of steps) {
      const event = { type: signalBetween(actor.chart, actor.state, to), at: `${clock(at)} s` };
      actor.state = to;
      this.inspector.event(actor.id, event);
      this.inspector.snapshot(actor.id, this.snapshotOf(actor), { event });
    }
  }

  /** Whoever seeks back, or far, stands in another state without a step that led there. */
  private tellLeaps(w: World): void {
    for (const actor of this.actors) {
      const state = standsIn(w, actor.chart, actor.row);
      if (state === actor.state) continue;
      actor.state = state;
      this.inspector.snapshot(actor.id, this.snapshotOf(actor), { event: { type: 'seek' } });
    }
  }

  private snapshotOf({ chart, state }: Actor): { status: 'active'; value: unknown } {
    return { status: 'active', value: valueOf(stateOf(chart.chart, state)) };
  }
}
