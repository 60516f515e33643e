import type { Page } from '@playwright/test';

/**
 * Texts of the page that cannot be read: two that lie on each other, one that leaves its drawing
 * or its box, one that is cut off, one under a break mark or painted over. Names in flight and requests
 * on their way lie above everything on purpose.
 */
export function unreadable(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // A person reads letters in their own fonts, laid out to the width of the window: what has come
    // lately is measured while its first picture is drawn, so that picture must be over.
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    interface Seen {
      readonly text: string;
      readonly box: DOMRect;
      readonly element: Element;
    }
    const seen: Seen[] = [];
    const faults: string[] = [];
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement!;
      const text = (node.textContent ?? '').trim();
      if (!text || /^(script|style|option|optgroup)$/i.test(element.tagName)) continue;
      if (!isShown(element) || element.closest('.lifted')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        // Line boxes are higher than letters: what is drawn is about the middle two thirds.
        const box = new DOMRect(
          rect.x + 0.5,
          rect.y + rect.height * 0.2,
          rect.width - 1,
          rect.height * 0.6,
        );
        if (box.width > 0) seen.push({ text, box, element });
      }
    }
    // What lies outside a box that scrolls or cuts is not seen there.
    const clipOf = (element: Element): DOMRect => {
      let [left, top, right, bottom] = [0, 0, innerWidth, innerHeight];
      for (let up = element.parentElement; up; up = up.parentElement) {
        if (getComputedStyle(up).overflow === 'visible' || up instanceof SVGElement) continue;
        const box = up.getBoundingClientRect();
        left = Math.max(left, box.left);
        top = Math.max(top, box.top);
        right = Math.min(right, box.right);
        bottom = Math.min(bottom, box.bottom);
      }
      return new DOMRect(left, top, right - left, bottom - top);
    };
    /** What lies half outside a box that moves sideways comes into sight when it is moved. */
    const canBeMoved = (element: Element): boolean => {
      for (let up = element.parentElement; up; up = up.parentElement) {
        const { overflowX } = getComputedStyle(up);
        if (/auto|scroll/.test(overflowX) && up.scrollWidth > up.clientWidth + 1) return true;
      }
      return false;
    };
    const inSight = seen.filter(({ box, element }) => {
      const clip = clipOf(element);
      return box.top < clip.bottom && box.bottom > clip.top && box.left < clip.right;
    });
    for (const { text, box, element } of inSight) {
      const clip = clipOf(element);
      if ((box.right > clip.right + 1 || box.left < clip.left - 1) && !canBeMoved(element)) {
        const { tagName, classList } = element;
        faults.push(`cut off: ${text} (${[tagName, ...classList].join('.')})`);
      }
      const svg = element.closest('svg')?.getBoundingClientRect();
      if (svg && (box.left < svg.left - 1 || box.right > svg.right + 1))
        faults.push(`outside its drawing: ${text}`);
      const slot = element.closest('[data-id]')?.querySelector(':scope > .recess');
      const bounds = slot?.getBoundingClientRect();
      if (bounds && (box.right > bounds.right || box.left < bounds.left))
        faults.push(`outside its slot: ${text}`);
    }
    for (const [i, a] of inSight.entries()) {
      for (const b of inSight.slice(i + 1)) {
        if (a.element === b.element) continue;
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (wide > 1 && high > 1) faults.push(`on each other: ${a.text} / ${b.text}`);
      }
    }
    for (const mark of document.querySelectorAll('[data-mark]')) {
      if (!isShown(mark)) continue;
      const box = mark.getBoundingClientRect();
      const radius = 7 * Number(getComputedStyle(mark).getPropertyValue('--scale'));
      const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      const clip = clipOf(mark);
      if (at.y < clip.top || at.y > clip.bottom || at.x < clip.left || at.x > clip.right) continue;
      for (const { text, box: other, element } of inSight) {
        // The name of a frame lies above what it passes.
        if (element.classList.contains('frame-text')) continue;
        const x = Math.max(other.left, Math.min(other.right, at.x));
        const y = Math.max(other.top, Math.min(other.bottom, at.y));
        if (Math.hypot(x - at.x, y - at.y) < radius - 1) faults.push(`under a break mark: ${text}`);
      }
    }
    // Nothing but what travels may be painted over a text of the drawing.
    const hit = document.createElement('style');
    hit.textContent = 'svg * { pointer-events: visiblePainted !important }';
    document.head.append(hit);
    // A break mark has a wide place to hit; that its ring lies on no text is asked above.
    const travels =
      '[data-request], [data-mark], .lifted, .strand, .arc, .arrowhead, .frame, .sweep';
    for (const { text, box, element } of inSight) {
      if (!(element instanceof SVGElement)) continue;
      const y = box.y + box.height / 2;
      const points = [0.1, 0.5, 0.9].map((share) => box.x + box.width * share);
      const above = points.flatMap((x) => {
        const stack = document.elementsFromPoint(x, y);
        return stack.slice(0, Math.max(0, stack.indexOf(element)));
      });
      const cover = above.find(
        (one) => one instanceof SVGElement && !one.closest(travels) && one.tagName !== 'text',
      );
      if (cover) {
        const { tagName, classList } = cover;
        faults.push(`painted over by ${[tagName, ...classList].join('.')}: ${text}`);
      }
    }
    hit.remove();
    return faults;
  });
}
