import type { Attachment } from 'svelte/attachments';
import type { Point } from '../../scene/geometry.ts';

/** How much one notch of a wheel zooms. */
const perPixel = 0.004;
/** How far the mouse moves until a press is a drag, px. */
const dragFrom = 5;

/**
 * Comes nearer to a drawing that scrolls, and moves it: the wheel with Ctrl or ⌘ (which a pinch on a
 * touch pad sends as well) and two fingers zoom about where they are, the mouse drags.
 * @param zoom takes a factor and the point of the window that keeps its place
 */
export const fleetGestures =
  (zoom: (factor: number, about: Point) => void): Attachment<HTMLElement> =>
  (view) => {
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY * perPixel), { x: event.clientX, y: event.clientY });
    };

    let spread = 0;
    const fingers = (event: TouchEvent): void => {
      const [a, b] = event.touches;
      if (!a || !b) {
        spread = 0;
        return;
      }
      event.preventDefault();
      const now = Math.max(8, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY));
      const about = { x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2 };
      if (spread > 0) zoom(now / spread, about);
      spread = now;
    };

    let held: { x: number; y: number; left: number; top: number; moved: boolean } | null = null;
    const down = ({ pointerType, button, clientX, clientY }: PointerEvent): void => {
      if (pointerType !== 'mouse' || button !== 0) return;
      const { scrollLeft: left, scrollTop: top } = view;
      held = { x: clientX, y: clientY, left, top, moved: false };
    };
    const move = ({ clientX, clientY, buttons }: PointerEvent): void => {
      if (!held || buttons === 0) return;
      const [x, y] = [clientX - held.x, clientY - held.y];
      held.moved ||= Math.hypot(x, y) > dragFrom;
      if (held.moved) view.scrollTo(held.left - x, held.top - y);
    };
    const click = (event: MouseEvent): void => {
      // What ends a drag selects nothing.
      if (held?.moved) event.stopPropagation();
      held = null;
    };

    const listeners: readonly (readonly [string, (event: never) => void])[] = [
      ['wheel', wheel],
      ['touchstart', fingers],
      ['touchmove', fingers],
      ['touchend', fingers],
      ['pointerdown', down],
      ['pointermove', move],
      ['click', click],
    ];
    const options = { passive: false, capture: true };
    for (const [name, listener] of listeners)
      view.addEventListener(name, listener as EventListener, options);
    return () => {
      for (const [name, listener] of listeners)
        view.removeEventListener(name, listener as EventListener, options);
    };
  };
