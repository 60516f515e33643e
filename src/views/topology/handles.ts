import { say } from '../../app/words.svelte.ts';
import { order } from '../../commands/order.ts';
import type { Plan, Thing } from '../../model/plan.ts';
import { idOf, thingOf } from '../../model/plan.ts';
import type { TableName } from '../../model/schema.ts';
import type { Point } from '../../scene/geometry.ts';

/** What makes a shape a thing that mouse, touch, keyboard and screen reader can reach. */
export interface Handle {
  readonly tabindex: 0 | -1;
  readonly label: string;
  /** `table.row`. */
  readonly thing: string;
  readonly id: string;
}

/** `table.row`, as shapes carry it; null for nothing. */
export const keyOf = (thing: Thing | null): string | null => thing && `${thing.table}.${thing.row}`;

/** Gives a shape its handle. */
export type Handler = (table: TableName, row: number, spoken: string) => Handle;

/**
 * Gives shapes their handles.
 * @param entry the one thing of the drawing that is in the page’s tab order, as `table.row`
 */
export const handlerOf =
  (plan: Plan, entry: string): Handler =>
  (table, row, spoken) => {
    const thing = `${table}.${row}`;
    const tabindex = thing === entry ? 0 : -1;
    return { tabindex, label: say(spoken), thing, id: idOf(plan, { table, row }) };
  };

/** A slot is broken with the port it is a row of. */
function actedOn(plan: Plan, thing: Thing): Thing {
  const port = thing.table === 'vport' ? idOf(plan, thing).replace(/\.[^.]*$/, '') : null;
  return (port !== null && thingOf(plan, port)) || thing;
}

function thingIn(text: string | undefined): Thing | null {
  const [table, row] = (text ?? '').split('.');
  return table && row ? { table: table as TableName, row: Number(row) } : null;
}

const middle = (element: Element): Point => {
  const at = element.getBoundingClientRect();
  return { x: at.x + at.width / 2, y: at.y + at.height / 2 };
};

const longPress = 500;
const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/**
 * Listens on the drawing for all its things: a click on a body selects it; a click on a break mark,
 * the right button, a long press or Enter opens its verbs; arrow keys walk in reading order.
 */
export function attend(
  drawing: Element,
  plan: () => Plan,
  select: (thing: Thing) => void,
  verbs: (thing: Thing, at: Point) => void,
): () => void {
  const markOf = (event: Event): HTMLElement | null =>
    (event.target as Element).closest<HTMLElement>('[data-mark]');
  const bodyOf = (event: Event): HTMLElement | null =>
    (event.target as Element).closest<HTMLElement>('[data-thing]');
  const breakable = (body: HTMLElement | null): Thing | null => {
    const thing = thingIn(body?.dataset['thing']);
    const target = thing && actedOn(plan(), thing);
    return target && order.some(([table]) => table === target.table) ? target : null;
  };
  /** Opens the verbs of what the event is about; says whether there was anything to open. */
  const open = (event: Event, at?: Point): boolean => {
    const mark = markOf(event);
    const thing = mark ? thingIn(mark.dataset['mark']) : breakable(bodyOf(event));
    const on = mark ?? bodyOf(event);
    if (!thing || !on) return false;
    event.preventDefault();
    verbs(thing, at ?? middle(on));
    return true;
  };
  const walk = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const body = bodyOf(event);
    if (step === undefined || !body) return;
    event.preventDefault();
    const things = [...drawing.querySelectorAll<SVGElement>('[data-thing]')];
    const at = things.indexOf(body as Element as SVGElement);
    things[(at + step + things.length) % things.length]?.focus();
  };

  let pressed: ReturnType<typeof setTimeout> | undefined;
  const release = (): void => clearTimeout(pressed);
  const listeners: { [type: string]: (event: never) => void } = {
    click: (event: MouseEvent) => {
      if (markOf(event)) return void open(event);
      const thing = thingIn(bodyOf(event)?.dataset['thing']);
      if (thing) select(thing);
    },
    contextmenu: (event: MouseEvent) => void open(event, { x: event.clientX, y: event.clientY }),
    pointerdown: (event: PointerEvent) => {
      // A long press opens the verbs where there is no right button.
      const thing = breakable(bodyOf(event));
      if (event.pointerType === 'mouse' || !thing) return;
      const at = { x: event.clientX, y: event.clientY };
      pressed = setTimeout(() => verbs(thing, at), longPress);
    },
    pointerup: release,
    pointercancel: release,
    pointerleave: release,
    keydown: (event: KeyboardEvent) => {
      const onMark = markOf(event) !== null;
      if ((event.key === 'Enter' || (onMark && event.key === ' ')) && open(event))
        event.stopPropagation();
      else walk(event);
    },
  };
  for (const [type, listener] of Object.entries(listeners))
    drawing.addEventListener(type, listener as EventListener);
  return () => {
    release();
    for (const [type, listener] of Object.entries(listeners))
      drawing.removeEventListener(type, listener as EventListener);
  };
}
