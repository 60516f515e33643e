import type { Fault } from '../../src/content/faults/fault.ts';
import type { Story } from '../story.ts';
import type { Teller } from './turns.ts';

/** Does what a row of the fault catalogue says, and watches for as long as it says. */
export function tellFault(fault: Fault, tell: Teller): Story {
  const s = tell(fault.scenario, fault.settings);
  for (const [at, command, thing] of fault.script) s.until(at).do(command, thing);
  return s.until(fault.until);
}
