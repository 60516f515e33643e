import { becauseAt, instantAt, kindAt, operandAt, stepAt } from '../model/fact.ts';
import { kindNames } from '../model/kinds.ts';
import type { Plan } from '../model/plan.ts';
import { fields } from './fields.ts';
import type { Field } from './fields.ts';
import { Quoted } from './quoted.ts';

/** The version of the trace format. Readers refuse a version that they do not know. */
export const traceVersion = 1;

interface Written {
  /** `"fact":"…"` with its comma. */
  readonly fact: string;
  /** `,"server":` before each value. */
  readonly keys: readonly string[];
  readonly texts: readonly Field['text'][];
}

const written: readonly Written[] = kindNames.map((name) => ({
  fact: `"fact":"${name}"`,
  keys: fields[name].map((field) => `,"${field.name}":`),
  texts: fields[name].map((field) => field.text),
}));

/**
 * The canonical trace as text: a header, then one fact on each line, keys in fixed order, no
 * spaces, every line ended by a line feed. Equal runs give equal bytes on every machine.
 */
export class TraceText {
  /** The first line: format, version, scenario, seed, unit of time. */
  readonly header: string;
  private readonly quoted: Quoted;

  constructor(plan: Plan) {
    this.quoted = new Quoted(plan);
    this.header = `${JSON.stringify({
      format: 'understudy-trace',
      version: traceVersion,
      scenario: plan.id,
      seed: plan.settings.seed,
      time: 'us',
    })}\n`;
  }

  /** The line of the packed fact at index `i`, whose sequence number is `seq`. */
  line(words: Int32Array, i: number, seq: number): string {
    const { fact, keys, texts } = written[kindAt(words, i)]!;
    const because = becauseAt(words, i);
    let line = `{"seq":${seq},"at":${instantAt(words, i)},"step":${stepAt(words, i)},"because":${
      because < 0 ? 'null' : because
    },${fact}`;
    const a = operandAt(words, i, 0);
    const b = operandAt(words, i, 1);
    const c = operandAt(words, i, 2);
    const d = operandAt(words, i, 3);
    for (let k = 0; k < keys.length; k++) line += keys[k]! + texts[k]!(this.quoted, a, b, c, d);
    return `${line}}\n`;
  }
}
