import type { ChartName } from '../charts/index.ts';
import { commands } from '../commands/index.ts';
import type { Operand } from '../model/fact.ts';
import { kinds } from '../model/kinds.ts';
import type { KindName } from '../model/kinds.ts';
import { schema } from '../model/schema.ts';
import type { TableName } from '../model/schema.ts';
import { properties } from '../properties/index.ts';
import { namedOperands, usualName } from './operandNames.ts';
import type { Quoted } from './quoted.ts';

/** What may stand in a field; `null` may stand wherever there can be none. */
export type FieldType =
  | { readonly kind: 'thing'; readonly of: TableName | 'any' }
  | { readonly kind: 'word'; readonly words: readonly string[] }
  | { readonly kind: 'state'; readonly of: ChartName }
  | { readonly kind: 'name' | 'address' | 'flag' }
  | { readonly kind: 'count'; readonly unit?: string | undefined };

/** One field of a published fact. */
export interface Field {
  readonly name: string;
  readonly about: string;
  readonly type: FieldType;
  /** The value as JSON text, from the four operands. */
  readonly text: (q: Quoted, a: number, b: number, c: number, d: number) => string;
}

const tableNames = Object.keys(schema) as readonly TableName[];

/** Fields that every fact has, before its own; no operand may be called so. */
export const commonFields = ['seq', 'at', 'step', 'because', 'fact'] as const;

function typeOf(operand: Operand): FieldType {
  switch (operand.kind) {
    case 'reference':
      return { kind: 'thing', of: operand.of as TableName };
    case 'state':
      return { kind: 'state', of: operand.of as ChartName };
    case 'word':
      return { kind: 'word', words: operand.words! };
    case 'name':
    case 'address':
    case 'flag':
      return { kind: operand.kind };
    default:
      return { kind: 'count', unit: operand.unit };
  }
}

/** How a value of this type is written. */
function writer(type: FieldType): (q: Quoted, value: number) => string {
  switch (type.kind) {
    case 'thing': {
      const table = type.of as TableName;
      return (q, value) => q.thing(table, value);
    }
    case 'state':
      return (q, value) => q.state(type.of, value);
    case 'word': {
      const texts = type.words.map((word) => JSON.stringify(word));
      return (_q, value) => texts[value] ?? 'null';
    }
    case 'name':
      return (q, value) => q.wwn(value);
    case 'address':
      return (q, value) => q.address(value);
    case 'flag':
      return (_q, value) => (value === 0 ? 'false' : 'true');
    case 'count':
      return (_q, value) => String(value);
  }
}

function fieldOf(name: string, operand: Operand, place: number): Field {
  const type = typeOf(operand);
  const write = writer(type);
  const text: Field['text'] = (q, a, b, c, d) =>
    write(q, place === 0 ? a : place === 1 ? b : place === 2 ? c : d);
  return { name, about: operand.about, type, text };
}

function usualFields(kind: KindName): readonly Field[] {
  const names: string[] = [];
  return kinds[kind].operands.map((operand, place) => {
    const name = namedOperands[kind]?.[place] ?? usualName(operand, names);
    names.push(name);
    return fieldOf(name, operand, place);
  });
}

/** A chart’s step: the row, the state, and both halves of the deadline as one instant. */
function stateFields(kind: KindName): readonly Field[] {
  const [row, state] = usualFields(kind);
  const due: Field = {
    name: 'due',
    about: 'The instant at which the state ends by itself; null when it does not',
    type: { kind: 'count', unit: 'µs' },
    text: (_q, _a, _b, c, d) =>
      c === 0 && d === 0 ? 'null' : String(d * 0x1_0000_0000 + (c >>> 0)),
  };
  return [row!, state!, due];
}

const witness = (name: string, about: string, place: 0 | 1): Field => ({
  name,
  about,
  type: { kind: 'thing', of: 'any' },
  text: (q, a, b, c) => {
    const table = properties[a - 1]?.witnesses[place];
    return table === undefined ? 'null' : q.thing(table, place === 0 ? b : c);
  },
});

/** Kinds whose operands are places in registries, or two things in one word. */
const ownFields: Readonly<Partial<Record<KindName, readonly Field[]>>> = {
  'command.given': [
    {
      name: 'command',
      about: 'The command',
      type: { kind: 'word', words: commands.map((command) => command.id) },
      text: (_q, a) => `"${commands[a]!.id}"`,
    },
    {
      name: 'thing',
      about: 'The thing it was given for',
      type: { kind: 'thing', of: 'any' },
      text: (q, _a, b, c) => q.thing(tableNames[b]!, c),
    },
  ],
  'invariant.broken': [
    {
      name: 'invariant',
      about: 'The invariant',
      type: { kind: 'word', words: properties.map((property) => property.id) },
      text: (_q, a) => `"${properties[a - 1]!.id}"`,
    },
    witness('witness', 'The thing that shows it broken', 0),
    witness('other', 'A second witness; null when there is none', 1),
  ],
  'io.submitted': [
    ...usualFields('io.submitted').slice(0, 3),
    {
      name: 'write',
      about: 'It writes; else it reads',
      type: { kind: 'flag' },
      text: (_q, _a, _b, _c, d) => (d < 0 ? 'true' : 'false'),
    },
    {
      name: 'size',
      about: 'How much it moves',
      type: { kind: 'count', unit: 'kB' },
      text: (_q, _a, _b, _c, d) => String(Math.abs(d)),
    },
  ],
};

/** The fields of every kind of fact, in the order in which they are written. */
export const fields = Object.fromEntries(
  Object.keys(kinds).map((key) => {
    const kind = key as KindName;
    const steps = kinds[kind].operands[1]?.kind === 'state';
    return [kind, ownFields[kind] ?? (steps ? stateFields(kind) : usualFields(kind))];
  }),
) as Readonly<Record<KindName, readonly Field[]>>;
