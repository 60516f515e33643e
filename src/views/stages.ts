import type { Component } from 'svelte';
import type { Thing } from '../model/plan.ts';
import type { Point } from '../scene/geometry.ts';
import type { Session } from '../app/Session.svelte.ts';

/** A view of the run that takes the place of the drawing. It is loaded when it is asked for. */
export interface StageView {
  readonly id: string;
  readonly title: string;
  /** It shows the service of owners itself. */
  readonly showsService?: boolean;
  /** `onverbs` opens the verbs of a thing at a place of the window. */
  readonly load: () => Promise<{
    readonly default: Component<{
      session: Session;
      onverbs: (thing: Thing, at: Point) => void;
    }>;
    /** Reads ahead what the view will ask of a run: somebody is about to open it. */
    readonly prepare?: (session: Session) => void;
  }>;
}

/** Views besides the drawing of the cluster, in the order of the switch and of the keys 2, 3, … */
export const stageViews: readonly StageView[] = [
  { id: 'space-time', title: 'Space-time', load: () => import('./SpaceTime.svelte') },
  {
    id: 'compare',
    title: 'Compare',
    showsService: true,
    load: () => import('./Compare.svelte'),
  },
];
