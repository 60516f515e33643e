import type { Attachment } from 'svelte/attachments';
import type { Zoom } from '../app/zoom.svelte.ts';
import type { TimeAxis } from './timeAxis.ts';

/** How much one notch of a wheel, or one key, zooms and moves. */
const perPixel = 0.002;
export const zoomStep = 1.5;
export const panStep = 0.25;

/**
 * Zooms and moves a time axis: wheel with Ctrl or ⌘ (which a pinch on a touch pad sends as well)
 * zooms about the pointer, wheel sideways or with Shift moves, two fingers do both.
 */
export const zoomGestures =
  (zoom: Zoom, axis: () => TimeAxis): Attachment<Element> =>
  (element) => {
    const placeOf = (x: number): number => x - element.getBoundingClientRect().left;

    const wheel = (event: Event): void => {
      const { ctrlKey, metaKey, shiftKey, deltaX, deltaY, clientX } = event as WheelEvent;
      const along = shiftKey && deltaX === 0 ? deltaY : deltaX;
      const zooms = ctrlKey || metaKey;
      if (!zooms && along === 0) return;
      event.preventDefault();
      if (zooms) zoom.zoom(Math.exp(deltaY * perPixel), axis().instant(placeOf(clientX)));
      else zoom.pan(along / Math.max(1, element.clientWidth));
    };

    /** Fingers on it, and how far apart they were last. */
    const fingers = new Map<number, number>();
    const spread = (): number => {
      const [a, b] = [...fingers.values()];
      return Math.abs(a! - b!);
    };
    const down = (event: Event): void => {
      const { pointerId, pointerType, clientX } = event as PointerEvent;
      if (pointerType === 'touch') fingers.set(pointerId, clientX);
    };
    const move = (event: Event): void => {
      const { pointerId, clientX } = event as PointerEvent;
      if (!fingers.has(pointerId)) return;
      if (fingers.size !== 2) {
        fingers.set(pointerId, clientX);
        return;
      }
      event.stopImmediatePropagation();
      const [before, was] = [spread(), [...fingers.values()]];
      fingers.set(pointerId, clientX);
      const middle = (was[0]! + was[1]!) / 2;
      if (before > 8) zoom.zoom(before / Math.max(8, spread()), axis().instant(placeOf(middle)));
    };
    const up = (event: Event): void => void fingers.delete((event as PointerEvent).pointerId);

    const held = [
      ['wheel', wheel],
      ['pointerdown', down],
      ['pointermove', move],
      ['pointerup', up],
      ['pointercancel', up],
    ] as const;
    for (const [name, listener] of held)
      element.addEventListener(name, listener, { passive: false, capture: true });
    return () => {
      for (const [name, listener] of held)
        element.removeEventListener(name, listener, { capture: true });
    };
  };
