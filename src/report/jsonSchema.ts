import { properties } from '../properties/index.ts';
import { parts } from './parts.ts';
import { reportVersion } from './report.ts';

type Json = Readonly<Record<string, unknown>>;

const micros = { type: 'integer', minimum: 0, description: 'In µs.' };
const text = { type: 'string' };
const textOrNone = { type: ['string', 'null'] };
const list = (items: Json): Json => ({ type: 'array', items });

/** An object of exactly these keys. */
const exactly = (all: Json): Json => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(all),
  properties: all,
});

/** The published JSON Schema of a report: what `understudy run --json` prints. */
export const reportSchema = (): Json => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: `Understudy report, version ${reportVersion}`,
  description: 'What one run has shown. Things are named by their ids.',
  ...exactly({
    format: { const: 'understudy-report' },
    version: { const: reportVersion },
    scenario: exactly({ id: text, title: text }),
    seed: { type: 'integer', minimum: 0 },
    time: { ...micros, description: 'How far the run went, in µs.' },
    facts: { type: 'integer', minimum: 0 },
    traceHash: {
      type: 'string',
      pattern: '^[0-9a-f]{64}$',
      description: 'SHA-256 of the canonical trace: of the bytes that --trace writes.',
    },
    refused: {
      ...list(exactly({ at: micros, command: text, thing: text, what: text, hint: text })),
      description: 'Commands that did not apply at their moment.',
    },
    invariants: list(
      exactly({
        id: { enum: properties.map(({ id }) => id) },
        sentence: text,
        holds: { type: 'boolean' },
        first: {
          oneOf: [
            { type: 'null' },
            exactly({
              seq: { type: 'integer', minimum: 0 },
              at: micros,
              because: { type: 'integer' },
              witnesses: list(text),
            }),
          ],
          description: 'The first violation; null when there is none.',
        },
      }),
    ),
    outages: {
      ...list(
        exactly({
          lun: text,
          from: { ...micros, description: 'The last answer before it, in µs.' },
          to: {
            type: ['integer', 'null'],
            description: 'The first answer after it, in µs; null when it lasts.',
          },
          length: { ...micros, description: 'The sum of its parts, in µs.' },
          server: { ...textOrNone, description: 'The server that answered first.' },
          vport: { ...textOrNone, description: 'The virtual port that answered first.' },
          parts: exactly(Object.fromEntries(parts.map((part) => [part, micros]))),
        }),
      ),
      description: 'Times in which no request to a LUN was answered, by their beginning.',
    },
    owners: {
      type: 'object',
      additionalProperties: text,
      description: 'The owner of each disk when the run ends.',
    },
    names: {
      ...list(
        exactly({
          home: { ...text, description: 'The primary whose names these are.' },
          nodeName: text,
          portName: text,
          place: { ...textOrNone, description: 'Where they are logged in; null for nowhere.' },
          address: textOrNone,
        }),
      ),
      description: 'Places of names when the run ends.',
    },
    expectations: list(
      exactly({
        line: { type: 'object', description: 'The line of the scenario.' },
        holds: { type: 'boolean' },
        found: { ...text, description: 'What was found, as a sentence.' },
      }),
    ),
  }),
});
