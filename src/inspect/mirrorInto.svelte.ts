import { createInspector } from '@xstate/inspect';
import type { Session } from '../app/Session.svelte.ts';
import type { Plan } from '../model/plan.ts';
import { clock } from '../model/time.ts';
import { Mirror } from './Mirror.ts';
import { farewell, inspectionOf, isHello } from './messages.ts';

/**
 * Mirrors the run into a window of ours for as long as that is open. The package’s own transports
 * post to any origin or speak to a server; this adapter posts to the one window, on our origin only.
 */
export function mirrorInto(session: Session, viewer: Window): void {
  const { origin } = location;
  let told: unknown[] = [];
  const inspector = createInspector({ send: (event) => void told.push(event) });
  /** Bumped when the window asks to be told everything: when it opens, and when it is loaded anew. */
  let asked = $state.raw(0);
  let answered = 0;
  let mirror: Mirror | null = null;
  let plan: Plan | null = null;

  function hear({ source, data, origin: from }: MessageEvent<unknown>): void {
    if (source === viewer && from === origin && isHello(data)) asked++;
  }
  const leave = (): void => viewer.postMessage(farewell, origin);

  function look(): void {
    const { branch, playhead, world, version } = session;
    void version;
    if (asked === 0) return;
    if (viewer.closed) {
      queueMicrotask(end);
      return;
    }
    const begins = mirror === null || plan !== session.plan || answered !== asked;
    if (begins) {
      plan = session.plan;
      answered = asked;
      mirror = new Mirror(inspector, plan);
    }
    const { trace } = branch;
    mirror!.show(trace, trace.seqAt(playhead), world);
    const events = told;
    told = [];
    const at = `${clock(playhead)} s`;
    viewer.postMessage(inspectionOf({ begins, at, charts: mirror!.charts, events }), origin);
  }

  const stop = $effect.root(() => {
    $effect(look);
  });
  function end(): void {
    stop();
    removeEventListener('message', hear);
    removeEventListener('pagehide', leave);
  }
  addEventListener('message', hear);
  addEventListener('pagehide', leave);
}
