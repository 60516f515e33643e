import type { Attachment } from 'svelte/attachments';

/**
 * Tells the size of an element whenever it is another, in whole px. Unlike a binding to
 * `clientWidth` it never asks for a layout in the middle of a script: it is told with the next one.
 */
export function measure(take: (width: number, height: number) => void): Attachment {
  return (element) => {
    const watch = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      take(Math.round(width), Math.round(height));
    });
    watch.observe(element);
    return () => watch.disconnect();
  };
}
