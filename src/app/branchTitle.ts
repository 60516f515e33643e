import { commands } from '../commands/index.ts';
import { conditionText } from '../model/condition.ts';
import type { Branch } from './branch.ts';

/** What a branch is called: by a person, else by what was done last in it. */
export function branchTitle({ name, actions }: Branch): string {
  if (name) return name;
  const last = actions.at(-1);
  if (!last) return 'Nothing done';
  const verb = commands.find(({ id }) => id === last.command)?.label ?? last.command;
  const when = last.when ? `when ${conditionText(last.when)}` : `at ${last.at / 1e6} s`;
  return `${verb}, ${last.thing} ${when}`;
}
