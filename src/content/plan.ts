import type { Plan } from '../model/plan.ts';
import { schema } from '../model/schema.ts';
import { layOut } from '../model/table.ts';
import type { Scenario } from './scenario.ts';
import { settle } from './settle.ts';
import { callThings, namingOf, rowsOf } from './things.ts';

/** A checksum of what a program does: the same for the same cluster, settings, seed and script. */
function checksumOf({ topology, settings, script }: Scenario): number {
  let sum = 0x811c9dc5;
  const text = JSON.stringify([topology, settings, script]);
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  // Never 0, which means that there is no program, and never negative, so that it reads well.
  return (sum >>> 1) | 1;
}

/** A settled, logged-in cluster with its workload running: moment 0 of a run. */
export function planOf(scenario: Scenario): Plan {
  const rows = rowsOf(scenario.topology, scenario.settings.failoverMode);
  const naming = namingOf(scenario.topology);
  const store = layOut(schema, rows);
  settle(store.tables, scenario.topology, naming, scenario.settings);
  return {
    id: scenario.id,
    title: scenario.title,
    settings: scenario.settings,
    rows,
    names: naming.names,
    ...callThings(scenario.topology),
    start: store.buffer,
    remarks: scenario.remarks,
    program: scenario.program ? checksumOf(scenario) : 0,
  };
}
