import { Agenda } from '../src/kernel/agenda.ts';
import { cpu } from './cpu.ts';
import type { Simjs } from './simjs.ts';

// simjs knows browsers alone: it hangs what it has on `window`.
const seen = globalThis as unknown as { window: unknown; Sim: Simjs };
seen.window = globalThis;
// @ts-expect-error It ships no types.
await import('simjs');
const { Sim } = seen;

/**
 * The hold model: take the next appointment and make another, nothing else (Jones, 1986). Three
 * ways, on the same instants: our agenda, the frozen reference, and simjs.
 */

/** Whole numbers of microseconds below a second, the same for everybody. */
function instants(): () => number {
  let noise = 12345;
  return () => (noise = (Math.imul(noise, 1664525) + 1013904223) >>> 0) % 1_000_000;
}

/** CPU time, µs, and the instant reached: all must reach the same. */
export interface Held {
  readonly micros: number;
  readonly at: number;
}

export function agendaHold(pending: number, steps: number): Held {
  const agenda = new Agenda(pending + 16);
  const next = instants();
  for (let i = 0; i < pending; i++) agenda.add(next(), 0, i, 0, -1);
  const micros = cpu(() => {
    for (let i = 0; i < steps; i++) {
      agenda.take();
      agenda.add(agenda.due.at + next(), 0, agenda.due.row, 0, -1);
    }
  });
  return { micros, at: agenda.due.at };
}

interface Appointment {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** The reference, frozen: objects with closures in a binary heap, as one would write it first. */
class ClosureHeap {
  private readonly heap: Appointment[] = [];
  private made = 0;

  add(at: number, run: () => void): void {
    const { heap } = this;
    heap.push({ at, order: this.made++, run });
    for (let i = heap.length - 1; i > 0;) {
      const up = (i - 1) >> 1;
      if (!before(heap[i]!, heap[up]!)) break;
      [heap[i], heap[up]] = [heap[up]!, heap[i]!];
      i = up;
    }
  }

  take(): Appointment {
    const { heap } = this;
    const first = heap[0]!;
    const last = heap.pop()!;
    if (heap.length === 0) return first;
    heap[0] = last;
    for (let i = 0; ;) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < heap.length && before(heap[child]!, heap[least]!)) least = child;
      if (least === i) return first;
      [heap[i], heap[least]] = [heap[least]!, heap[i]!];
      i = least;
    }
  }
}

const before = (a: Appointment, b: Appointment): boolean =>
  a.at < b.at || (a.at === b.at && a.order < b.order);

export function closureHold(pending: number, steps: number): Held {
  const heap = new ClosureHeap();
  const next = instants();
  let at = 0;
  const hold = (): void => heap.add(at + next(), hold);
  for (let i = 0; i < pending; i++) heap.add(next(), hold);
  const micros = cpu(() => {
    for (let i = 0; i < steps; i++) {
      const due = heap.take();
      at = due.at;
      due.run();
    }
  });
  return { micros, at };
}

export function simjsHold(pending: number, steps: number): Held {
  const sim = new Sim.Sim();
  const next = instants();
  let at = 0;
  class Holder extends Sim.Entity {
    start(): void {
      this.setTimer(next()).done(this.hold);
    }
    hold(): void {
      at = this.time();
      this.setTimer(next()).done(this.hold);
    }
  }
  for (let i = 0; i < pending; i++) sim.addEntity(Holder, `holder ${i}`);
  const micros = cpu(() => sim.simulate(Number.MAX_SAFE_INTEGER, steps));
  return { micros, at };
}
