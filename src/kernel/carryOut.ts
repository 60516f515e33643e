import type { Refusal } from '../commands/command.ts';
import { commandNamed } from '../commands/index.ts';
import { thingOf } from '../model/plan.ts';
import { schema } from '../model/schema.ts';
import { settleLight } from './light.ts';
import { keep } from './procedures.ts';
import type { Sim } from './sim.ts';

const tableNames = Object.keys(schema);

/** Carries out a command in a step of its own. A refusal changes nothing. */
export function carryOut(sim: Sim, id: string, thing: string): Refusal | null {
  const found = commandNamed(id);
  if (!found)
    return { where: id, what: 'There is no such command.', hint: 'See the list of verbs.' };
  const { command, index } = found;
  const target = thingOf(sim.plan, thing);
  if (!target)
    return {
      where: thing,
      what: 'There is no such thing here.',
      hint: 'Use an id such as A or A.p0.',
    };
  const { table, row } = target;
  if (table !== command.table) {
    return {
      where: thing,
      what: `${command.label} is not for this kind of thing.`,
      hint: `It is for a ${command.table}.`,
    };
  }
  const applies = command.appliesTo(sim.world, row);
  if (applies !== true)
    return { where: `${id} ${thing}`, what: applies, hint: 'Choose another verb or moment.' };
  sim.beginStep(-1);
  const given = sim.tell('command.given', index, tableNames.indexOf(table), row);
  sim.cause = given;
  const outcome = command.outcome(sim.world, row);
  for (const [kind, ...operands] of outcome.facts ?? []) {
    sim.cause = given;
    sim.cause = sim.tell(kind, ...operands);
  }
  for (const { chart, row: to, signal } of outcome.signals ?? []) sim.signal(chart, to, signal);
  sim.settle();
  settleLight(sim);
  if (outcome.then) keep(outcome.then, sim, row, 0);
  sim.endStep();
  return null;
}
