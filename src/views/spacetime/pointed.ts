import type { Attachment } from 'svelte/attachments';

/**
 * Tells where a drawing is clicked and where a mouse stands on it, in px of the drawing. Buttons in it
 * that are no rows look after themselves.
 */
export function pointed(
  click: (x: number, y: number) => void,
  hover: (x: number, y: number) => void,
): Attachment<SVGSVGElement> {
  return (svg) => {
    const tell = (to: typeof click) => (event: Event) => {
      if ((event.target as Element).closest('[data-fold]')) return;
      const { clientX, clientY } = event as MouseEvent;
      const box = svg.getBoundingClientRect();
      to(clientX - box.left, clientY - box.top);
    };
    const listeners = {
      click: tell(click),
      pointermove: tell(hover),
      pointerleave: () => hover(-1, -1),
    };
    for (const [type, listener] of Object.entries(listeners)) svg.addEventListener(type, listener);
    return () => {
      for (const [type, listener] of Object.entries(listeners))
        svg.removeEventListener(type, listener);
    };
  };
}
