/** The names of a statechart’s configurations. */
export interface ChartStates {
  readonly id: string;
  /** Configurations as dotted state paths; a column of the world holds an index into this list. */
  readonly states: readonly string[];
}

/** A statechart as its author wrote it: what the page draws it from. */
export interface ChartDefinition {
  readonly definition: StateNode;
}

/** A statechart as a table: what the engine runs it by and the tests sweep. */
export interface ChartTable {
  readonly signals: readonly string[];
  /** Signals that are the chart’s own timers, with the name of their delay. */
  readonly timers: readonly { readonly signal: number; readonly delay: string }[];
  /**
   * Every cell in which the chart takes a transition, four numbers each: configuration, signal,
   * next configuration, index into `effectLists`. In all other cells it stays and does nothing.
   */
  readonly cells: readonly number[];
  readonly effectLists: readonly (readonly Effect[])[];
}

export type CompiledChart = ChartStates & ChartDefinition & ChartTable;

/** What a step asks of the engine: start or stop one of the chart’s timers, or act. */
export type Effect =
  | { readonly do: 'start'; readonly timer: number }
  | { readonly do: 'stop'; readonly timer: number }
  | { readonly do: 'act'; readonly act: string };

/** A state of the definition, for drawing and for sentences. */
export interface StateNode {
  readonly key: string;
  readonly path: string;
  readonly description: string;
  readonly initial: string | null;
  readonly states: readonly StateNode[];
  readonly transitions: readonly {
    /** A signal, or the name of a delay. */
    readonly on: string;
    readonly after: boolean;
    /** Dotted path of the target; empty for a transition that stays. */
    readonly target: string;
  }[];
}

export type CompiledCharts = Readonly<Record<string, CompiledChart>>;
