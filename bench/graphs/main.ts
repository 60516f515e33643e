import { flushSync, mount, unmount } from 'svelte';
import '../../src/views/base.css';
import { cytoscapes } from './cytoscapes.ts';
import Flow from './Flow.svelte';
import { changedAt, graphOf } from './graph.ts';
import Ours from './Ours.svelte';
import type { Drawer, Picture } from './picture.ts';

type Drawn = ReturnType<typeof mount> & Pick<Picture, 'pan' | 'turn'>;

const mounted = (drawn: Drawn): Picture => ({
  pan: (x, y) => flushSync(() => drawn.pan(x, y)),
  turn: (nodes) => flushSync(() => drawn.turn(nodes)),
  remove: () => void unmount(drawn),
});
const drawers: Readonly<Record<string, Drawer>> = {
  ours: (target, graph) => mounted(mount(Ours, { target, props: { graph } }) as Drawn),
  cytoscape: cytoscapes,
  flow: (target, graph) => mounted(mount(Flow, { target, props: { graph } }) as Drawn),
};

const stage = document.getElementById('stage')!;
const frame = (): Promise<number> => new Promise((next) => requestAnimationFrame(next));
let shown: Picture | null = null;
let count = 0;

/** What the bench asks of the page. */
Object.assign(window, {
  graphs: {
    async show(drawer: string, nodes: number): Promise<void> {
      shown?.remove();
      stage.replaceChildren();
      count = nodes;
      shown = drawers[drawer]!(stage, graphOf(nodes));
      // Some measure their nodes first, and draw them then.
      for (let i = 0; i < 30; i++) await frame();
    },
    async pan(frames: number): Promise<void> {
      for (let i = 1; i <= frames; i++) {
        shown!.pan(Math.round(60 * Math.sin(i / 8)), Math.round(40 * Math.sin(i / 5)));
        await frame();
      }
    },
    async turn(frames: number, changes: number): Promise<void> {
      for (let i = 0; i < frames; i++) {
        shown!.turn(changedAt(i, changes, count));
        await frame();
      }
    },
  },
});
