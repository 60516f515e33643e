import type { Branch } from './branch.ts';
import type { Branches } from './Branches.ts';

/** Takes a branch off the list. Those that go on from it go on from what it went on from. */
export function removeBranch({ list, current, first }: Branches, branch: Branch): void {
  if (branch === current || branch === first) return;
  list.splice(list.indexOf(branch), 1);
  for (const each of list) if (each.parent === branch.id) each.parent = branch.parent;
}
