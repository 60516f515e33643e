import { commandNamed, commands } from '../commands/index.ts';
import type { TableName } from '../model/schema.ts';
import { longestRun } from '../model/time.ts';
import type { Micros } from '../model/time.ts';
import { nearest } from './reader.ts';
import type { Reader } from './reader.ts';
import type { Things } from './things.ts';

/** A command that a scenario or a command line gives at a moment. */
export interface ScriptLine {
  readonly at: Micros;
  readonly command: string;
  readonly thing: string;
}

/**
 * Reads a list of commands.
 * @param things what the scenario consists of; null when that is not known for its own mistakes
 */
export function scriptOf(read: Reader, value: unknown, things: Things | null) {
  return read.list(value, '/script', 1000).map((entry, i): ScriptLine => {
    const at = `/script/${i}`;
    const line = read.object(entry, at, ['at', 'do', 'thing']);
    const given = {
      at: read.time(line['at'], `${at}/at`, 0, longestRun),
      command: read.text(line['do'], `${at}/do`, 60),
      thing: read.text(line['thing'], `${at}/thing`, 60),
    };
    checkLine(read, given, `${at}/do`, `${at}/thing`, things);
    return given;
  });
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
