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
    id: 'scenarios',
    title: 'Scenarios',
    about: 'All that can be played, each with a picture and a line',
    load: () => import('./ScenariosSheet.svelte'),
  },
  {
    id: 'find',
    title: 'Find',
    about: 'Where is A1 now? Names and things ( / )',
    load: () => import('./FindSheet.svelte'),
  },
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
  {
    id: 'invariants',
    title: 'Invariants',
    about: 'What must always hold, and when it broke',
    load: () => import('./InvariantsSheet.svelte'),
  },
  {
    id: 'report',
    title: 'Incident report',
    about: 'The run so far on one page, to copy or print',
    load: () => import('./ReportSheet.svelte'),
  },
  {
    id: 'settings',
    title: 'Settings',
    about: 'Every timer and policy, to change and run again',
    load: () => import('./SettingsSheet.svelte'),
  },
  {
    id: 'log',
    title: 'Log',
    about: 'Every fact in a sentence, to search and to take away',
    load: () => import('./LogSheet.svelte'),
  },
  {
    id: 'charts',
    title: 'Statecharts',
    about: 'Any chart with any row that runs it, as the run goes on',
    load: () => import('./ChartsSheet.svelte'),
  },
  {
    id: 'grammar',
    title: 'Marks and keys',
    about: 'What each mark means, and every key ( ? )',
    load: () => import('./GrammarSheet.svelte'),
  },
];
