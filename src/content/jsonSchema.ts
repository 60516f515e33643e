import { commands } from '../commands/index.ts';
import { kindNames } from '../model/kinds.ts';
import { stopWord } from './script.ts';
import { settings } from './settings.ts';
import type { Setting } from './settings.ts';

type Json = Readonly<Record<string, unknown>>;

const time = {
  oneOf: [
    { type: 'number', minimum: 0 },
    { type: 'string', pattern: '^\\d+(\\.\\d+)?(us|ms|s|min|h)?$' },
  ],
};

function valueSchema(setting: Setting): Json {
  const description = `${setting.about}. Source: ${setting.source}.`;
  if (setting.kind === 'flag') return { type: 'boolean', default: setting.value, description };
  if (setting.kind === 'choice')
    return { enum: setting.choices, default: setting.value, description };
  if (setting.kind === 'number') {
    const type = setting.whole ? 'integer' : 'number';
    return {
      type,
      minimum: setting.least,
      maximum: setting.most,
      default: setting.value,
      description,
    };
  }
  const off = setting.mayBeOff ? [{ const: 'off' }] : [];
  const value = setting.value === 0 ? 0 : `${setting.value}us`;
  return { oneOf: [...time.oneOf, ...off], default: value, description };
}

const part = (name: Setting['part']): Json => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    Object.entries(settings)
      .filter(([, setting]) => setting.part === name)
      .map(([key, setting]) => [key, valueSchema(setting)]),
  ),
});

const whole = (minimum: number, maximum: number): Json => ({ type: 'integer', minimum, maximum });
const fabrics = { type: 'array', items: whole(1, 8), minItems: 1, maxItems: 8 };

const onlyKey = (key: string, value: Json): Json => ({
  type: 'object',
  additionalProperties: false,
  required: [key],
  properties: { [key]: value },
});
const byId = (value: Json): Json => ({
  type: 'object',
  minProperties: 1,
  additionalProperties: value,
});
/** A kind of fact, instants, and any of its fields, which the schema of traces lists. */
const pattern = (head: string): Json => ({
  type: 'object',
  required: [head],
  properties: { [head]: { enum: kindNames }, after: time, before: time },
  additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
});

const expectSchema: Json = {
  description: 'What the run of this scenario must show; see docs/scenarios.md.',
  oneOf: [
    pattern('fact'),
    pattern('never'),
    onlyKey('order', {
      type: 'array',
      minItems: 2,
      maxItems: 50,
      items: { oneOf: [{ enum: kindNames }, pattern('fact')] },
    }),
    onlyKey('invariants', { const: 'hold' }),
    onlyKey('owner', byId({ type: 'string' })),
    onlyKey('place', byId({ type: ['string', 'null'] })),
    onlyKey(
      'pause',
      byId({
        type: 'object',
        additionalProperties: false,
        minProperties: 1,
        properties: { atMost: time, atLeast: time },
      }),
    ),
  ],
};

const thing: Json = { type: 'string', description: 'An id such as A, A.p0 or A.p0.cable.' };
const condition: Json = {
  when: { enum: kindNames, description: 'A kind of fact.' },
  of: { ...thing, description: 'The thing that the fact is about; any where it is left out.' },
};
const scriptLine = (required: readonly string[], more: Json = {}): Json => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties: {
    at: time,
    ...more,
    do: { enum: commands.map((command) => command.id) },
    thing,
  },
});
const armedLine: Json = {
  description: 'The command is given once, at the instant of the first such fact after `at`.',
  ...scriptLine(['when', 'do', 'thing'], condition),
};
const stopLine: Json = {
  description: 'Playing stops by itself at every such fact.',
  type: 'object',
  additionalProperties: false,
  required: ['when', 'do'],
  properties: { ...condition, do: { const: stopWord } },
};

/** The published JSON Schema of scenario files, from the same tables that the reader checks by. */
export const scenarioSchema = (): Json => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Understudy scenario, version 1',
  type: 'object',
  additionalProperties: false,
  required: ['version', 'id', 'title', 'topology'],
  properties: {
    $schema: { type: 'string' },
    version: { const: 1 },
    id: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]*$', maxLength: 60 },
    title: { type: 'string', minLength: 1, maxLength: 120 },
    about: { type: 'string', minLength: 1, maxLength: 2000 },
    remarks: { type: 'array', items: { type: 'string', maxLength: 200 }, maxItems: 4 },
    seed: whole(0, 0x7fffffff),
    topology: {
      type: 'object',
      additionalProperties: false,
      required: ['portFabrics', 'hostPortFabrics'],
      properties: {
        servers: { ...whole(2, 1024), multipleOf: 2, default: 2 },
        portFabrics: {
          ...fabrics,
          description: 'For each port of a server, the number of its fabric.',
        },
        hosts: { ...whole(1, 64), default: 1 },
        hostPortFabrics: {
          ...fabrics,
          description: 'For each port of a host, the number of its fabric.',
        },
        lunsPerServer: { ...whole(1, 16), default: 1 },
        disksPerServer: { ...whole(1, 48), default: 2 },
        multipath: { type: 'boolean', default: true },
        plainServers: {
          type: 'array',
          items: { type: 'string', maxLength: 4 },
          default: [],
          description:
            'Letters of servers whose ports have one exported name and no virtual ports.',
        },
        portCapacity: { ...whole(1_000, 10_000_000), default: 400_000, description: 'kB/s' },
      },
    },
    timers: part('timers'),
    policies: part('policies'),
    safeguards: part('safeguards'),
    workload: part('workload'),
    program: {
      type: 'boolean',
      default: false,
      description: 'The run begins by saying that this stored program was loaded.',
    },
    script: {
      type: 'array',
      maxItems: 1000,
      items: { oneOf: [scriptLine(['at', 'do', 'thing']), armedLine, stopLine] },
    },
    until: { ...time, description: 'How far a run goes; a minute after the last time named.' },
    expect: { type: 'array', maxItems: 200, items: expectSchema },
  },
});
