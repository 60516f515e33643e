import { sameAction } from '../model/action.ts';
import type { Action } from '../model/action.ts';
import type { Micros } from '../model/time.ts';

/** What is drawn of a branch: where it comes from and what was done in it. */
export interface BranchLike {
  readonly id: number;
  readonly parent: number | null;
  readonly actions: readonly Action[];
}

export interface BranchRow<B extends BranchLike> {
  readonly branch: B;
  readonly depth: number;
  /** The row that it comes from, -1 for none. */
  readonly from: number;
  /** The first instant at which it is another story than the one that it comes from. */
  readonly partsAt: Micros;
  /** What was done in it alone. */
  readonly own: B['actions'];
}

/** Branches as rows, each below the one that it comes from. */
export function branchRows<B extends BranchLike>(branches: readonly B[]): BranchRow<B>[] {
  const rows: BranchRow<B>[] = [];
  const known = new Set(branches.map(({ id }) => id));
  const visit = (branch: B, depth: number, from: number): void => {
    const parent = rows[from]?.branch.actions ?? [];
    const differs = branch.actions.findIndex(
      (each, i) => !parent[i] || !sameAction(each, parent[i]),
    );
    const shared = differs < 0 ? branch.actions.length : differs;
    const partsAt = Math.min(
      branch.actions[shared]?.at ?? Infinity,
      from < 0 ? 0 : (parent[shared]?.at ?? Infinity),
    );
    const row = rows.length;
    rows.push({
      branch,
      depth,
      from,
      partsAt: Number.isFinite(partsAt) ? partsAt : 0,
      own: branch.actions.slice(shared),
    });
    for (const each of branches) if (each.parent === branch.id) visit(each, depth + 1, row);
  };
  for (const branch of branches)
    if (branch.parent === null || !known.has(branch.parent)) visit(branch, 0, -1);
  return rows;
}
