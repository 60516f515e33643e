import { commandNamed, commands } from '../commands/index.ts';
import type { Action } from '../model/action.ts';
import type { Condition } from '../model/condition.ts';
import { kindNames } from '../model/kinds.ts';
import type { KindName } from '../model/kinds.ts';
import type { TableName } from '../model/schema.ts';
import { longestRun } from '../model/time.ts';
import { nearest } from './reader.ts';
import type { Reader } from './reader.ts';
import type { Things } from './things.ts';

/** A command that a scenario or a command line gives, at a moment or when a fact is told. */
export type ScriptLine = Action;

/** What `do` says where playing is to stop, instead of a command. */
export const stopWord = 'stop';

/** The lines of a script: commands, and the facts at which playing stops by itself. */
export interface Script {
  readonly script: readonly ScriptLine[];
  readonly stops: readonly Condition[];
}

/**
 * Reads a list of commands and stops.
 * @param things what the scenario consists of; null when that is not known for its own mistakes
 */
export function scriptOf(read: Reader, value: unknown, things: Things | null): Script {
  const script: ScriptLine[] = [];
  const stops: Condition[] = [];
  for (const [i, entry] of read.list(value, '/script', 1000).entries()) {
    const at = `/script/${i}`;
    const line = read.object(entry, at, ['at', 'when', 'of', 'do', 'thing']);
    const when = whenOf(read, line, at, things);
    if (line['do'] === stopWord) stops.push(...stopOf(read, line, at, when));
    else script.push(commandOf(read, line, at, when, things));
  }
  return { script, stops };
}

type Line = Readonly<Record<string, unknown>>;

function commandOf(
  read: Reader,
  line: Line,
  at: string,
  when: Condition | null,
  things: Things | null,
): ScriptLine {
  const given = {
    // What waits for a fact waits from the beginning, unless it says otherwise.
    at: when && line['at'] === undefined ? 0 : read.time(line['at'], `${at}/at`, 0, longestRun),
    command: read.text(line['do'], `${at}/do`, 60),
    thing: read.text(line['thing'], `${at}/thing`, 60),
  };
  checkLine(read, given, `${at}/do`, `${at}/thing`, things);
  return when ? { ...given, when } : given;
}

function stopOf(read: Reader, line: Line, at: string, when: Condition | null): Condition[] {
  for (const key of ['at', 'thing'])
    if (line[key] !== undefined)
      read.problem(`${at}/${key}`, 'A stop has only a fact.', `Leave "${key}" out.`);
  if (line['when'] === undefined)
    read.problem(at, 'It does not say when to stop.', 'For example "when": "takeover.started".');
  return when ? [when] : [];
}

/** The fact that a line waits for; null where it waits for none, or for one that is a problem. */
function whenOf(read: Reader, line: Line, at: string, things: Things | null): Condition | null {
  if (line['when'] === undefined) {
    if (line['of'] !== undefined)
      read.problem(`${at}/of`, 'Only a fact is of a thing.', 'Add "when": "takeover.started".');
    return null;
  }
  const condition = {
    kind: read.text(line['when'], `${at}/when`, 60),
    thing: line['of'] === undefined ? '' : read.text(line['of'], `${at}/of`, 60),
  };
  return checkCondition(read, condition, `${at}/when`, `${at}/of`, things);
}

/** The same condition if there is such a kind of fact and such a thing; otherwise a problem. */
export function checkCondition(
  read: Reader,
  { kind, thing }: { readonly kind: string; readonly thing: string },
  atKind: string,
  atThing: string,
  things: Things | null,
): Condition | null {
  if (kind === '') return null;
  if (!kindNames.includes(kind as KindName)) {
    const near = nearest(kind, kindNames);
    read.problem(
      atKind,
      `There is no kind of fact ${kind}.`,
      near ? `Did you mean ${near}?` : 'For example takeover.started.',
    );
    return null;
  }
  if (thing !== '' && things) hasThing(read, thing, atThing, 'any', things);
  return { kind: kind as KindName, thing };
}

/** Is there such a command, and is the thing one that it is for? */
export function checkLine(
  read: Reader,
  { command, thing }: Pick<ScriptLine, 'command' | 'thing'>,
  atCommand: string,
  atThing: string,
  things: Things | null,
): void {
  if (command === '') return;
  const found = commandNamed(command);
  if (!found) {
    const ids = commands.map((each) => each.id);
    const near = nearest(command, ids);
    read.problem(
      atCommand,
      `There is no command ${command}.`,
      near ? `Did you mean ${near}?` : 'See the list of commands, for example server.power-loss.',
    );
  } else if (things && thing !== '') {
    hasThing(read, thing, atThing, found.command.table, things);
  }
}

/** A problem unless `value` is the id of a thing of this table. */
export function hasThing(
  read: Reader,
  value: unknown,
  at: string,
  table: TableName | 'any',
  things: Things,
): void {
  const found = typeof value === 'string' ? things.tableOf(value) : null;
  if (found !== null && (table === 'any' || found === table)) return;
  const ids = things.ids(table);
  const near = typeof value === 'string' ? nearest(value, ids) : null;
  const example = near ? `Did you mean ${near}?` : `For example ${ids[0] ?? `${table}.1`}.`;
  const shown = shownOf(value).slice(0, 60);
  if (found !== null) read.problem(at, `${shown} is a ${found}; a ${table} is needed.`, example);
  else read.problem(at, `There is no ${shown} here.`, example);
}

/** A value as it is repeated in a problem. What is nested may be nested deeper than any stack. */
function shownOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return Array.isArray(value) ? '[…]' : '{…}';
}
