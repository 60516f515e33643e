import type { Attachment } from 'svelte/attachments';

/** Told when an element comes near the window, and when it is far from it again. */
export function near(take: (near: boolean) => void): Attachment {
  return (element) => {
    const watch = new IntersectionObserver(
      (entries) => take(entries.some(({ isIntersecting }) => isIntersecting)),
      // A screen ahead, so that a picture is there when one arrives at it.
      { rootMargin: '100% 0px' },
    );
    watch.observe(element);
    return () => watch.disconnect();
  };
}
