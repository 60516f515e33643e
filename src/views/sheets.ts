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
    id: 'read-outs',
    title: 'Read-outs',
    about: 'The cluster in the tables that products print',
    load: () => import('./Readouts.svelte'),
  },
  {
    id: 'log',
    title: 'Log',
    about: 'Every fact in a sentence, to search and to take away',
    load: () => import('./LogSheet.svelte'),
  },
];
