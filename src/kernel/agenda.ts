import type { Micros } from '../model/time.ts';

/**
 * The future: a binary heap of appointments keyed by (instant, order of making), over typed arrays
 * with a pool. Appointments made earlier for the same instant are kept earlier. A dropped
 * appointment stays in the heap until its turn and is then passed over.
 */
export class Agenda {
  readonly buffer: ArrayBuffer;
  readonly capacity: number;
  private readonly head: Int32Array;
  private readonly at: Float64Array;
  private readonly order: Int32Array;
  private readonly slot: Int32Array;
  private readonly what: Int32Array;
  private readonly row: Int32Array;
  private readonly arg: Int32Array;
  private readonly because: Int32Array;
  private readonly freeSlots: Int32Array;

  /** The appointment taken last. */
  readonly due = { at: 0, what: 0, row: 0, arg: 0, because: -1, slot: 0 };

  constructor(capacity: number) {
    this.capacity = capacity;
    const bytes = 16 + capacity * (8 + 7 * 4);
    this.buffer = new ArrayBuffer(Math.ceil(bytes / 8) * 8);
    let offset = 16;
    this.head = new Int32Array(this.buffer, 0, 4);
    this.at = new Float64Array(this.buffer, offset, capacity);
    offset += 8 * capacity;
    const ints = (): Int32Array => {
      const part = new Int32Array(this.buffer, offset, capacity);
      offset += 4 * capacity;
      return part;
    };
    this.order = ints();
    this.slot = ints();
    this.what = ints();
    this.row = ints();
    this.arg = ints();
    this.because = ints();
    this.freeSlots = ints();
    // Slot 0 is nobody, so that a handle of 0 means "no appointment".
    for (let i = capacity - 1; i >= 1; i--) this.freeSlots[this.head[2]!++] = i;
  }

  get size(): number {
    return this.head[0]!;
  }

  /** Instant of the next appointment, or Infinity. */
  get nextAt(): Micros {
    return this.head[0]! === 0 ? Infinity : this.at[0]!;
  }

  /** Makes an appointment and returns its handle. Throws when the agenda is full. */
  add(at: Micros, what: number, row: number, arg: number, because: number): number {
    const head = this.head;
    if (head[2] === 0) throw new Error(`More than ${this.capacity} appointments are pending`);
    const slot = this.freeSlots[--head[2]!]!;
    this.what[slot] = what;
    this.row[slot] = row;
    this.arg[slot] = arg;
    this.because[slot] = because;
    this.push(at, head[1]!++, slot);
    return slot;
  }

  /** Cancels an appointment that has not been kept. */
  drop(handle: number): void {
    this.what[handle] = -1;
  }

  /** Takes the next appointment into `due`; false when it had been dropped. */
  take(): boolean {
    const slot = this.slot[0]!;
    const due = this.due;
    due.at = this.at[0]!;
    due.slot = slot;
    due.what = this.what[slot]!;
    due.row = this.row[slot]!;
    due.arg = this.arg[slot]!;
    due.because = this.because[slot]!;
    this.pop();
    this.what[slot] = 0;
    this.row[slot] = 0;
    this.arg[slot] = 0;
    this.because[slot] = 0;
    this.freeSlots[this.head[2]!++] = slot;
    return due.what !== -1;
  }

  private push(at: Micros, order: number, slot: number): void {
    const { at: ats, order: orders, slot: slots } = this;
    let i = this.head[0]!++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (ats[parent]! < at || (ats[parent] === at && orders[parent]! < order)) break;
      ats[i] = ats[parent]!;
      orders[i] = orders[parent]!;
      slots[i] = slots[parent]!;
      i = parent;
    }
    ats[i] = at;
    orders[i] = order;
    slots[i] = slot;
  }

  private pop(): void {
    const { at: ats, order: orders, slot: slots } = this;
    const last = --this.head[0]!;
    const at = ats[last]!;
    const order = orders[last]!;
    const slot = slots[last]!;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= last) break;
      const right = child + 1;
      if (
        right < last &&
        (ats[right]! < ats[child]! ||
          (ats[right] === ats[child] && orders[right]! < orders[child]!))
      ) {
        child = right;
      }
      if (at < ats[child]! || (at === ats[child] && order < orders[child]!)) break;
      ats[i] = ats[child]!;
      orders[i] = orders[child]!;
      slots[i] = slots[child]!;
      i = child;
    }
    ats[i] = at;
    orders[i] = order;
    slots[i] = slot;
  }
}
