import type { Micros } from '../model/time.ts';

/** Numbers that one appointment takes in a checkpoint. */
const saved = 6;

/**
 * The future: a binary heap of appointments keyed by (instant, order of making), over typed arrays
 * with a pool. Appointments made earlier for the same instant are kept earlier. A dropped
 * appointment stays in the heap until its turn and is then passed over.
 */
export class Agenda {
  readonly capacity: number;
  /** Appointments in the heap, dropped ones included. */
  size = 0;
  /** The order of the next appointment. */
  private made = 0;
  /** Slots that have ever been used. Slot 0 is nobody, so a handle of 0 means "no appointment". */
  private used = 0;
  private freed = 0;
  private readonly at: Float64Array;
  private readonly order: Int32Array;
  private readonly slot: Int32Array;
  private readonly what: Int32Array;
  private readonly row: Int32Array;
  private readonly arg: Int32Array;
  private readonly because: Int32Array;
  private readonly freeSlots: Int32Array;

  /** The appointment taken last. */
  readonly due = { at: 0, what: 0, row: 0, arg: 0, because: -1 };

  constructor(capacity: number) {
    this.capacity = capacity;
    this.at = new Float64Array(capacity);
    this.order = new Int32Array(capacity);
    this.slot = new Int32Array(capacity);
    this.what = new Int32Array(capacity);
    this.row = new Int32Array(capacity);
    this.arg = new Int32Array(capacity);
    this.because = new Int32Array(capacity);
    this.freeSlots = new Int32Array(capacity);
  }

  /** Instant of the next appointment, or Infinity. */
  get nextAt(): Micros {
    return this.size === 0 ? Infinity : this.at[0]!;
  }

  /** Makes an appointment and returns its handle. Throws when the agenda is full. */
  add(at: Micros, what: number, row: number, arg: number, because: number): number {
    const slot = this.freed > 0 ? this.freeSlots[--this.freed]! : ++this.used;
    if (slot >= this.capacity)
      throw new Error(`More than ${this.capacity} appointments are pending`);
    this.what[slot] = what;
    this.row[slot] = row;
    this.arg[slot] = arg;
    this.because[slot] = because;
    this.push(at, this.made++, slot);
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
    due.what = this.what[slot]!;
    due.row = this.row[slot]!;
    due.arg = this.arg[slot]!;
    due.because = this.because[slot]!;
    this.pop();
    this.freeSlots[this.freed++] = slot;
    return due.what !== -1;
  }

  /**
   * The appointments as numbers, for a checkpoint: how many, the order of the next one, and six
   * for each. Those that were dropped are left out.
   * @param over numbers that are no longer needed and may be written over
   */
  save(over?: Float64Array): Float64Array {
    const room = 2 + saved * this.size;
    // A little more than is needed now, so that they can be written over when more are pending.
    const into = over && over.length >= room ? over : new Float64Array(room + (room >> 2));
    let count = 0;
    let o = 2;
    for (let i = 0; i < this.size; i++) {
      const slot = this.slot[i]!;
      if (this.what[slot] === -1) continue;
      into[o] = this.at[i]!;
      into[o + 1] = this.order[i]!;
      into[o + 2] = this.what[slot]!;
      into[o + 3] = this.row[slot]!;
      into[o + 4] = this.arg[slot]!;
      into[o + 5] = this.because[slot]!;
      o += saved;
      count++;
    }
    into[0] = count;
    into[1] = this.made;
    return into;
  }

  /**
   * Stands at saved appointments again.
   * @param each told of every appointment, with its new handle
   */
  restore(
    from: Float64Array,
    each: (handle: number, at: Micros, what: number, row: number, arg: number) => void,
  ): void {
    this.size = 0;
    this.used = 0;
    this.freed = 0;
    const end = 2 + saved * from[0]!;
    for (let o = 2; o < end; o += saved) {
      this.made = from[o + 1]!;
      const [at, what, row, arg] = [from[o]!, from[o + 2]!, from[o + 3]!, from[o + 4]!];
      each(this.add(at, what, row, arg, from[o + 5]!), at, what, row, arg);
    }
    this.made = from[1]!;
  }

  private push(at: Micros, order: number, slot: number): void {
    const { at: ats, order: orders, slot: slots } = this;
    let i = this.size++;
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
    const last = --this.size;
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
