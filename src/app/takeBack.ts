import type { Problem } from '../content/reader.ts';
import type { News } from '../kernel/run.ts';
import { sameAction } from '../model/action.ts';
import type { Branch } from './branch.ts';

/** Takes actions that the engine refused off a branch, and says what was wrong with the first. */
export function takeBack(branch: Branch, refused: News['refused']): Problem {
  const { action, refusal } = refused[0]!;
  branch.actions = branch.actions.filter(
    (each) => !refused.some((one) => one.action === each || sameAction(one.action, each)),
  );
  const when = action.when ? `When ${action.when.kind}:` : `${action.at / 1e6} s`;
  return { ...refusal, where: `${when} ${refusal.where}` };
}
