/**
 * What the sandbox and its inspector window say to each other. Both are pages of one origin, yet the
 * window takes nothing on trust: a message is read by its shape, and what is too long is cut.
 */
const inspecting = 'understudy.inspecting';
const inspection = 'understudy.inspection';
const ended = 'understudy.ended';

const most = { events: 20_000, id: 80, text: 160 };

/** The window is there and wants to be told everything from the start. */
export const hello = { type: inspecting };
/** The sandbox goes away. */
export const farewell = { type: ended };

/** One look at the run: inspection events as `@xstate/inspect` makes them. */
export interface Inspection {
  /** Whether the actors known until now are no more. */
  readonly begins: boolean;
  /** The moment in view. */
  readonly at: string;
  /** How many charts run in all, told or not. */
  readonly charts: number;
  readonly events: readonly unknown[];
}

export const inspectionOf = (look: Inspection): object => ({ type: inspection, ...look });

/** What an inspection event says, in plain texts. */
export interface Told {
  readonly says: 'actor' | 'event' | 'snapshot';
  readonly id: string;
  /** A state as a dotted path, or the type of an event. */
  readonly text: string;
  /** Simulated seconds, for events. */
  readonly at: string;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const textOf = (value: unknown, longest: number): string =>
  typeof value === 'string' ? value.slice(0, longest) : '';

/** `takingOver.fencing` from `{ takingOver: 'fencing' }`, however deep a stranger nests it. */
function pathOf(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value.slice(0, most.text);
  const [first] = isObject(value) ? Object.entries(value) : [];
  if (!first || depth > 8) return '';
  return `${first[0].slice(0, most.id)}.${pathOf(first[1], depth + 1)}`.slice(0, most.text);
}

function told(value: unknown): Told | null {
  if (!isObject(value)) return null;
  const id = textOf(value['sessionId'], most.id);
  const { type, snapshot, event } = value;
  if (id === '') return null;
  if (type === '@xstate.event' && isObject(event))
    return {
      says: 'event',
      id,
      text: textOf(event['type'], most.text),
      at: textOf(event['at'], 20),
    };
  if ((type === '@xstate.actor' || type === '@xstate.snapshot') && isObject(snapshot)) {
    const says = type === '@xstate.actor' ? 'actor' : 'snapshot';
    return { says, id, text: pathOf(snapshot['value']), at: '' };
  }
  return null;
}

/** Whether a message is the greeting of an inspector window. */
export const isHello = (data: unknown): boolean => isObject(data) && data['type'] === inspecting;

/** Whether a message says that the sandbox goes away. */
export const isFarewell = (data: unknown): boolean => isObject(data) && data['type'] === ended;

/** A message as a look at the run; null when it is anything else. */
export function readInspection(
  data: unknown,
): (Omit<Inspection, 'events'> & { readonly events: readonly Told[] }) | null {
  if (!isObject(data) || data['type'] !== inspection || !Array.isArray(data['events'])) return null;
  const charts = Number(data['charts']);
  return {
    begins: data['begins'] === true,
    at: textOf(data['at'], 20),
    charts: Number.isSafeInteger(charts) && charts >= 0 ? charts : 0,
    events: data['events'].slice(0, most.events).flatMap((each) => told(each) ?? []),
  };
}
