import { chartOf } from '../charts/index.ts';
import { kindNames } from '../model/kinds.ts';
import type { KindName } from '../model/kinds.ts';
import { longestRun } from '../model/time.ts';
import { fields } from '../trace/fields.ts';
import type { Field } from '../trace/fields.ts';
import type { Expectation, Expected, Pattern } from './expectation.ts';
import { nearest } from './reader.ts';
import type { Reader } from './reader.ts';
import { hasThing } from './script.ts';
import type { Things } from './things.ts';

/** What an expectation can say; each line says one of these. */
export const heads = ['fact', 'never', 'order', 'invariants', 'owner', 'place', 'pause'] as const;

/** Reads the `expect` list of a scenario, whose things are these. */
export function expectOf(read: Reader, value: unknown, things: Things): readonly Expectation[] {
  return read.list(value, '/expect', 200).flatMap((entry, i) => {
    const expected = lineOf(read, entry, `/expect/${i}`, things);
    // A line in which something is wrong is not repeated: it may be nested deeper than any stack.
    return expected && read.isGood ? [{ line: JSON.stringify(entry), expected }] : [];
  });
}

function lineOf(read: Reader, entry: unknown, at: string, things: Things): Expected | null {
  const isObject = typeof entry === 'object' && entry !== null && !Array.isArray(entry);
  const said = isObject ? heads.filter((head) => Object.hasOwn(entry, head)) : [];
  const head = said[0];
  if (!head || said.length > 1) {
    read.problem(
      at,
      `An expectation says one thing: ${heads.join(', ')}.`,
      said.length > 1
        ? `Make one line of each: ${said.join(', ')}.`
        : 'For example { "fact": "takeover.completed", "before": "20s" }.',
    );
    return null;
  }
  const line = entry as Readonly<Record<string, unknown>>;
  if (head === 'fact' || head === 'never') {
    const pattern = patternOf(read, line, head, at, things);
    return pattern && { what: head, pattern };
  }
  read.object(line, at, [head]);
  const inside = `${at}/${head}`;
  switch (head) {
    case 'order':
      return orderOf(read, line[head], inside, things);
    case 'invariants':
      read.choice(line[head], inside, ['hold']);
      return { what: 'invariants' };
    case 'owner':
      return { what: 'owner', owners: ownersOf(read, line[head], inside, things) };
    case 'place':
      return { what: 'place', places: placesOf(read, line[head], inside, things) };
    case 'pause':
      return pauseOf(read, line[head], inside, things);
  }
}

function orderOf(read: Reader, value: unknown, at: string, things: Things): Expected {
  const list = read.list(value, at, 50);
  if (Array.isArray(value) && list.length < 2)
    read.problem(at, 'An order has at least two facts.', 'Write [ first, then, … ].');
  const patterns = list.flatMap((entry, i) => {
    const place = `${at}/${i}`;
    const line = typeof entry === 'string' ? { fact: entry } : read.object(entry, place, null);
    const pattern = patternOf(read, line, 'fact', place, things);
    return pattern ? [pattern] : [];
  });
  return { what: 'order', patterns };
}

/** A kind of fact, the fields that are told, and between which instants. */
function patternOf(
  read: Reader,
  line: Readonly<Record<string, unknown>>,
  head: 'fact' | 'never',
  at: string,
  things: Things,
): Pattern | null {
  const kind = line[head];
  if (typeof kind !== 'string' || !kindNames.includes(kind as KindName)) {
    const near = typeof kind === 'string' ? nearest(kind, kindNames) : null;
    read.problem(
      `${at}/${head}`,
      'There is no such kind of fact.',
      near ? `Did you mean ${near}?` : 'For example "takeover.completed".',
    );
    return null;
  }
  const own = fields[kind as KindName];
  read.object(line, at, [head, ...own.map((field) => field.name), 'after', 'before']);
  const told = own.flatMap((field, place) => {
    if (!Object.hasOwn(line, field.name)) return [];
    const text = valueOf(read, field, line[field.name], `${at}/${field.name}`, things);
    return [{ place, text }];
  });
  const instant = (key: string, otherwise: number): number =>
    line[key] === undefined ? otherwise : read.time(line[key], `${at}/${key}`, 0, longestRun);
  const after = instant('after', 0);
  const before = instant('before', Infinity);
  if (before <= after)
    read.problem(`${at}/before`, 'It ends before it begins.', 'Make before later than after.');
  return { kind: kind as KindName, fields: told, after, before };
}

/** A value of a field as the JSON text that the trace has for it. */
function valueOf(read: Reader, field: Field, value: unknown, at: string, things: Things): string {
  const { type } = field;
  if (value === null && type.kind !== 'word' && type.kind !== 'state') return 'null';
  switch (type.kind) {
    case 'thing':
      hasThing(read, value, at, type.of, things);
      break;
    case 'word':
      read.choice(value, at, type.words);
      break;
    case 'state':
      read.choice(value, at, chartOf(type.of).states);
      break;
    case 'name':
      if (typeof value !== 'string' || !things.names.includes(value))
        read.problem(at, 'Nothing has this name.', `Names look like ${things.names[1]}.`);
      break;
    case 'address':
      if (typeof value !== 'string' || !/^[0-9a-f]{2}(\.[0-9a-f]{2}){2}$/.test(value))
        read.problem(at, 'This is no address.', 'Write domain, area and port: "01.0b.02".');
      break;
    case 'flag':
      read.flag(value, at);
      break;
    case 'count':
      // Lengths of time are written as everywhere in a scenario; the trace has microseconds.
      if (type.unit === 'µs') return String(read.time(value, at, 0, longestRun));
      read.whole(value, at, 0, 0x7fffffff);
  }
  return read.isGood ? JSON.stringify(value) : '';
}

function ownersOf(read: Reader, value: unknown, at: string, things: Things) {
  return read.entries(value, at, 100).map(([id, server]): readonly [string, string] => {
    const table = things.tableOf(id);
    if (table !== 'disk' && table !== 'shelf')
      read.problem(`${at}/${id}`, 'There is no such disk or shelf.', 'For example "A.d0".');
    hasThing(read, server, `${at}/${id}`, 'server', things);
    return [id, server as string];
  });
}

function placesOf(read: Reader, value: unknown, at: string, things: Things) {
  return read.entries(value, at, 100).map(([id, vport]): readonly [string, string | null] => {
    if (things.tableOf(id) !== 'vport' || !id.endsWith('.P'))
      read.problem(
        `${at}/${id}`,
        'There is no such primary virtual port.',
        'Name whose name it is by its home, for example "A.p0.P".',
      );
    if (vport !== null) hasThing(read, vport, `${at}/${id}`, 'vport', things);
    return [id, vport as string | null];
  });
}

function pauseOf(read: Reader, value: unknown, at: string, things: Things): Expected {
  const pauses = read.entries(value, at, 100).map(([lun, bounds]) => {
    const place = `${at}/${lun}`;
    hasThing(read, lun, place, 'lun', things);
    const given = read.object(bounds, place, ['atMost', 'atLeast']);
    if (given['atMost'] === undefined && given['atLeast'] === undefined)
      read.problem(place, 'It says no length.', 'Write { "atMost": "4s" }.');
    const bound = (key: string, otherwise: number): number =>
      given[key] === undefined
        ? otherwise
        : read.time(given[key], `${place}/${key}`, 0, longestRun);
    return { lun, atLeast: bound('atLeast', 0), atMost: bound('atMost', Infinity) };
  });
  return { what: 'pause', pauses };
}
