import type { Fact } from '../model/fact.ts';
import { kindList, kindNumber } from '../model/kinds.ts';
import type { Thing } from '../model/plan.ts';
import { schema } from '../model/schema.ts';
import type { TableName } from '../model/schema.ts';

const tableNames = Object.keys(schema) as readonly TableName[];
/** Rows of these come and go: what is told of them is about what they belong to. */
const passing: readonly TableName[] = ['request', 'message', 'login', 'nameEntry'];

/** The first thing that a fact is about and that stays; null where there is none. */
export function subjectOf({ kind, a, b, c, d }: Fact): Thing | null {
  if (kind === kindNumber['command.given']) return { table: tableNames[b]!, row: c };
  const args = [a, b, c, d];
  for (const [place, { kind: is, of }] of kindList[kind]!.operands.entries()) {
    const table = of as TableName;
    if (is === 'reference' && args[place]! > 0 && !passing.includes(table))
      return { table, row: args[place]! };
  }
  return null;
}
