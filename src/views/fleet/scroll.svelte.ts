import type { FleetGrid } from '../../scene/fleetGrid.ts';
import type { Box, Point } from '../../scene/geometry.ts';

const move = 320;
const ease = 'cubic-bezier(.2, .8, .2, 1)';

/** A point of the drawing as shares of its size, and where in the window of the fleet it stays, px. */
interface Hold {
  readonly x: number;
  readonly y: number;
  readonly at: Point;
  readonly slow: boolean;
}

/** Room beside what has been brought into sight, px. */
const beside = 12;

/** How far a window of a size must go until what begins `from` px into it is in sight, or its beginning is. */
function beyond(from: number, size: number, window: number): number {
  if (from < beside || size + 2 * beside > window) return from - beside;
  return Math.max(0, from + size + beside - window);
}

const middleOf = ({ x, y, w, h }: Box): Point => ({ x: x + w / 2, y: y + h / 2 });

/**
 * Keeps places when the drawing in a window that scrolls becomes larger or smaller: what a person
 * points at stays where it is, and what the lens is over stays in sight.
 */
export class Scroll {
  /** Whether cards move to new places in steps: when a lens opens, and not while one zooms. */
  glides = $state.raw(false);
  /** The part of the drawing in the window, and about as much around it, px. */
  private around: Box = $state.raw({ x: 0, y: 0, w: Infinity, h: Infinity });
  private view: HTMLElement | null = null;
  private held: Hold | null = null;
  private before: { readonly grid: FleetGrid; readonly lens: number } | null = null;

  readonly attach = (view: HTMLElement): (() => void) => {
    this.view = view;
    const look = (): void => this.look();
    const watch = new ResizeObserver(look);
    watch.observe(view);
    view.addEventListener('scroll', look, { passive: true });
    return () => {
      this.view = null;
      watch.disconnect();
      view.removeEventListener('scroll', look);
    };
  };

  /** Whether a part of the drawing is in the window or near it. */
  sees({ x, y, w, h }: Box): boolean {
    const { around } = this;
    return (
      x < around.x + around.w && x + w > around.x && y < around.y + around.h && y + h > around.y
    );
  }

  /** In steps, so that little is drawn anew while it is scrolled. */
  private look(): void {
    const { view, around } = this;
    if (!view) return;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = view;
    const [x, y] = [scrollLeft, scrollTop].map((at) => Math.floor(at / 200) * 200 - 300);
    const [w, h] = [clientWidth + 800, clientHeight + 800];
    if (x !== around.x || y !== around.y || w !== around.w || h !== around.h)
      this.around = { x: x!, y: y!, w, h };
  }

  glide(): void {
    this.glides = true;
  }

  /** Before a zoom: @param about a point of the page @param near what is kept in sight without one */
  hold(about: Point | null, near: Box | null, slow: boolean): void {
    const { view, before } = this;
    if (!view || !before) return;
    this.glides = false;
    const edge = view.getBoundingClientRect();
    const half = { x: view.clientWidth / 2, y: view.clientHeight / 2 };
    let at = about ? { x: about.x - edge.left, y: about.y - edge.top } : half;
    if (!about && near && near.w > 0) {
      const middle = middleOf(near);
      const seen = { x: middle.x - view.scrollLeft, y: middle.y - view.scrollTop };
      if (seen.x > 0 && seen.x < 2 * half.x && seen.y > 0 && seen.y < 2 * half.y) at = seen;
    }
    const { width, height } = before.grid;
    const [x, y] = [(view.scrollLeft + at.x) / width, (view.scrollTop + at.y) / height];
    this.held = { x, y, at, slow };
  }

  /** Moves by a part of what is seen; says whether the key is one that moves. */
  pan(key: string): boolean {
    const to = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
    if (!to || !this.view) return false;
    const { clientWidth, clientHeight } = this.view;
    this.view.scrollBy((to[0]! * clientWidth) / 4, (to[1]! * clientHeight) / 4);
    return true;
  }

  /** After the drawing has changed. */
  follow(grid: FleetGrid, lens: number): void {
    const { view, before, held } = this;
    this.before = { grid, lens };
    this.held = null;
    if (!view || !before || before.grid === grid) return;
    if (held) view.scrollTo(held.x * grid.width - held.at.x, held.y * grid.height - held.at.y);
    // What the wheel or a finger points at stays; a key or a button leads to the lens.
    if (held ? held.slow : lens !== before.lens) this.reveal(view, grid.boxes[lens]);
    if (held?.slow) this.grow(view, before.grid.width / grid.width, held);
  }

  private reveal(view: HTMLElement, box: Box | undefined): void {
    if (!box || box.w === 0) return;
    const [left, top] = [view.scrollLeft, view.scrollTop];
    view.scrollTo(
      left + beyond(box.x - left, box.w, view.clientWidth),
      top + beyond(box.y - top, box.h, view.clientHeight),
    );
  }

  /** The drawing comes nearer from the size it had. */
  private grow(view: HTMLElement, from: number, { at }: Hold): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const drawing = view.firstElementChild;
    if (!drawing) return;
    const transformOrigin = `${view.scrollLeft + at.x}px ${view.scrollTop + at.y}px`;
    drawing.animate([{ transform: `scale(${from})`, transformOrigin }, { transformOrigin }], {
      duration: move,
      easing: ease,
    });
  }
}
