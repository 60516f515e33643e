import { chartOf } from '../charts/index.ts';
import { kindNames } from '../model/kinds.ts';
import { commonFields, fields } from './fields.ts';
import type { Field } from './fields.ts';
import { traceVersion } from './traceText.ts';

type Json = Readonly<Record<string, unknown>>;

const whole = { type: 'integer', minimum: 0 };
const orNone = (type: string): readonly string[] => [type, 'null'];

function valueSchema({ type, name }: Field): Json {
  switch (type.kind) {
    case 'thing':
      return { type: orNone('string') };
    case 'word':
      return { enum: type.words };
    case 'state':
      return { enum: chartOf(type.of).states };
    case 'name':
      return { type: orNone('string'), pattern: '^[0-9a-f]{2}(:[0-9a-f]{2}){7}$' };
    case 'address':
      return { type: orNone('string'), pattern: '^[0-9a-f]{2}(\\.[0-9a-f]{2}){2}$' };
    case 'flag':
      return { type: 'boolean' };
    case 'count':
      return name === 'due' ? { type: orNone('integer'), minimum: 0 } : whole;
  }
}

function described(field: Field): Json {
  const { type } = field;
  const unit = type.kind === 'count' && type.unit ? `, in ${type.unit}` : '';
  const of = type.kind === 'thing' && type.of !== 'any' ? ` (${type.of})` : '';
  return { ...valueSchema(field), description: `${field.about}${of}${unit}.` };
}

const common: Readonly<Record<Exclude<(typeof commonFields)[number], 'fact'>, Json>> = {
  seq: { ...whole, description: 'Sequence number, from 0.' },
  at: { ...whole, description: 'When it happened, in µs.' },
  step: { ...whole, description: 'Facts of one step belong together.' },
  because: {
    type: orNone('integer'),
    minimum: 0,
    description: 'Sequence number of the fact that led to this one; null for none.',
  },
};

/** The published JSON Schema of one line of a trace, from the declarations of the kinds. */
export const traceSchema = (): Json => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Understudy trace, version 1: one line',
  description:
    'A trace is JSON Lines: a header, then one fact on each line, in order. UTF-8, line feeds, ' +
    'keys in the order given here, no spaces. Times are whole microseconds since the start.',
  oneOf: [{ $ref: '#/$defs/header' }, ...kindNames.map((name) => ({ $ref: `#/$defs/${name}` }))],
  $defs: {
    header: {
      type: 'object',
      additionalProperties: false,
      required: ['format', 'version', 'scenario', 'seed', 'time'],
      properties: {
        format: { const: 'understudy-trace' },
        version: { const: traceVersion },
        scenario: { type: 'string', description: 'The id of the scenario.' },
        seed: whole,
        time: { const: 'us' },
      },
    },
    ...common,
    ...Object.fromEntries(
      kindNames.map((name) => [
        name,
        {
          type: 'object',
          additionalProperties: false,
          required: [...commonFields, ...fields[name].map((field) => field.name)],
          properties: {
            ...Object.fromEntries(
              Object.keys(common).map((key) => [key, { $ref: `#/$defs/${key}` }]),
            ),
            fact: { const: name },
            ...Object.fromEntries(fields[name].map((field) => [field.name, described(field)])),
          },
        },
      ]),
    ),
  },
});
