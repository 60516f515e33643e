import type { Component } from 'svelte';
import type { Session } from '../app/Session.svelte.ts';

/** A page that opens over the picture. It is loaded when it is asked for. */
export interface SheetEntry {
  readonly id: string;
  /** As the menu calls it. */
  readonly title: string;
  /** What one finds there, in a few words. */
  readonly about: string;
  readonly load: () => Promise<{
    readonly default: Component<{ session: Session; onclose: () => void }>;
  }>;
}

/** All of them, in the order of the menu. */
export const sheets: readonly SheetEntry[] = [
  {
    id: 'branches',
    title: 'Branches',
    about: 'Every way this run went, to show, name, compare or delete',
    load: () => import('./BranchesSheet.svelte'),
  },
  {
    id: 'stops',
    title: 'Stop when…',
    about: 'Facts at which playing stops, and failures armed on a fact',
    load: () => import('./StopsSheet.svelte'),
  },
  {
    id: 'read-outs',
    title: 'Read-outs',
    about: 'The cluster in the tables that products print',
    load: () => import('./Readouts.svelte'),
  },
];
