import { stateOf } from '../charts/index.ts';
import type { ChartName } from '../charts/index.ts';
import { commands } from '../commands/index.ts';
import { addressText } from '../model/address.ts';
import type { Fact, Operand } from '../model/fact.ts';
import { kindList, kindNames } from '../model/kinds.ts';
import type { Plan } from '../model/plan.ts';
import { idOf } from '../model/plan.ts';
import { schema } from '../model/schema.ts';
import type { TableName } from '../model/schema.ts';

const tableNames = Object.keys(schema) as readonly TableName[];

function operandText(plan: Plan, operand: Operand, value: number): string {
  if (operand.kind === 'reference') {
    return value === 0 ? '-' : idOf(plan, { table: operand.of as TableName, row: value });
  }
  if (operand.kind === 'state') return stateOf(operand.of as ChartName, value);
  if (operand.kind === 'word')
    return (operand.words?.[value] ?? String(value)).replaceAll(' ', '-');
  if (operand.kind === 'name') return plan.names[value] || '-';
  if (operand.kind === 'address') return value === 0 ? '-' : addressText(value);
  return String(value);
}

/**
 * One line for one fact, for golden files and eyes: instant in seconds, kind, operands.
 * Sequence numbers are left out, so that a golden trace changes only where the story does.
 */
export function lineOf(plan: Plan, fact: Fact): string {
  const name = kindNames[fact.kind]!;
  const at = (fact.at / 1_000_000).toFixed(6).padStart(12);
  const values = [fact.a, fact.b, fact.c, fact.d];
  if (name === 'command.given') {
    const table = tableNames[fact.b]!;
    return `${at}  ${name} ${commands[fact.a]!.id} ${idOf(plan, { table, row: fact.c })}`;
  }
  const operands = kindList[fact.kind]!.operands;
  // The two halves of a deadline say nothing that the next step of the chart does not.
  const shown = name.endsWith('.state') ? operands.slice(0, 2) : operands;
  return `${at}  ${name} ${shown.map((operand, i) => operandText(plan, operand, values[i]!)).join(' ')}`;
}
