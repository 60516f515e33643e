import type { Plan } from '../model/plan.ts';
import { schema } from '../model/schema.ts';
import { layOut } from '../model/table.ts';
import type { Scenario } from './scenario.ts';
import { settle } from './settle.ts';
import { callThings, namingOf, rowsOf } from './things.ts';

/** A settled, logged-in cluster with its workload running: moment 0 of a run. */
export function planOf(scenario: Scenario): Plan {
  const rows = rowsOf(scenario.topology);
  const naming = namingOf(scenario.topology);
  const store = layOut(schema, rows);
  settle(store.tables, scenario.topology, naming);
  return {
    id: scenario.id,
    title: scenario.title,
    settings: scenario.settings,
    rows,
    names: naming.names,
    ...callThings(scenario.topology),
    start: store.buffer,
    remarks: scenario.remarks,
  };
}
