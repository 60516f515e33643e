import type { Micros } from '../model/time.ts';

/** How far ahead appointments are sorted, µs: most requests are answered within it. */
const sorted: Micros = 250_000;
/** Stands for what an appointment was about when it has been cancelled. */
const cancelled = -1;
/** Numbers that one appointment takes in a checkpoint. */
const saved = 6;

/**
 * The future: appointments by (instant, order of making). Those made earlier for the same instant
 * are kept earlier.
 *
 * Only the near future is sorted, in a binary heap over typed arrays. Timers of seconds and minutes
 * lie unsorted until their time comes near, and most of them are cancelled before; so the cost of
 * a request does not grow with the timers of a large cluster.
 */
export class Agenda {
  readonly capacity: number;
  /** Appointments before this instant are in the near heap. */
  private horizon: Micros = 0;
  /** The near future: the instant and the slot of each appointment. */
  private readonly nearAt: Float64Array;
  private readonly near: Int32Array;
  private nearSize = 0;
  /** Slots of the far future, unsorted. */
  private readonly far: Int32Array;
  private farSize = 0;
  /** What lies in each slot. Slot 0 is nobody, so a handle of 0 means "no appointment". */
  private readonly at: Float64Array;
  private readonly order: Int32Array;
  private readonly what: Int32Array;
  private readonly row: Int32Array;
  private readonly arg: Int32Array;
  private readonly because: Int32Array;
  private readonly freeSlots: Int32Array;
  private freed = 0;
  /** Slots that have ever been used. */
  private used = 0;
  /** The order of the next appointment. */
  private made = 0;

  /** The appointment taken last. */
  readonly due = { at: 0, what: 0, row: 0, arg: 0, because: -1 };

  constructor(capacity: number) {
    this.capacity = capacity;
    this.nearAt = new Float64Array(capacity);
    this.near = new Int32Array(capacity);
    this.far = new Int32Array(capacity);
    this.at = new Float64Array(capacity);
    this.order = new Int32Array(capacity);
    this.what = new Int32Array(capacity);
    this.row = new Int32Array(capacity);
    this.arg = new Int32Array(capacity);
    this.because = new Int32Array(capacity);
    this.freeSlots = new Int32Array(capacity);
  }

  /** Instant of the next appointment, or Infinity. */
  get nextAt(): Micros {
    if (this.nearSize === 0 && this.farSize > 0) this.lookAhead();
    return this.nearSize === 0 ? Infinity : this.nearAt[0]!;
  }

  /** Makes an appointment and returns its handle. Throws when the agenda is full. */
  add(at: Micros, what: number, row: number, arg: number, because: number): number {
    const slot = this.freed > 0 ? this.freeSlots[--this.freed]! : ++this.used;
    if (slot >= this.capacity)
      throw new Error(`More than ${this.capacity} appointments are pending`);
    this.at[slot] = at;
    this.order[slot] = this.made++;
    this.what[slot] = what;
    this.row[slot] = row;
    this.arg[slot] = arg;
    this.because[slot] = because;
    if (at < this.horizon) this.push(at, slot);
    else this.far[this.farSize++] = slot;
    return slot;
  }

  /** Cancels an appointment that has not been kept; it is passed over when its turn comes. */
  drop(handle: number): void {
    this.what[handle] = cancelled;
  }

  /** Takes the next appointment into `due`; false when it had been cancelled. */
  take(): boolean {
    if (this.nearSize === 0) this.lookAhead();
    const slot = this.near[0]!;
    const due = this.due;
    due.at = this.nearAt[0]!;
    due.what = this.what[slot]!;
    due.row = this.row[slot]!;
    due.arg = this.arg[slot]!;
    due.because = this.because[slot]!;
    this.pop();
    this.freeSlots[this.freed++] = slot;
    return due.what !== cancelled;
  }

  /** Moves the next stretch of the far future into the heap, and lets go of what was cancelled. */
  private lookAhead(): void {
    const { at, far, what } = this;
    let pending = 0;
    let first = Infinity;
    for (let i = 0; i < this.farSize; i++) {
      const slot = far[i]!;
      if (what[slot] === cancelled) {
        this.freeSlots[this.freed++] = slot;
        continue;
      }
      far[pending++] = slot;
      if (at[slot]! < first) first = at[slot]!;
    }
    this.farSize = 0;
    if (pending === 0) return;
    this.horizon = first + sorted;
    for (let i = 0; i < pending; i++) {
      const slot = far[i]!;
      if (at[slot]! < this.horizon) this.push(at[slot]!, slot);
      else far[this.farSize++] = slot;
    }
  }

  /**
   * The appointments as numbers, for a checkpoint: how many, the order of the next one, and six
   * for each.
   * @param over numbers that are no longer needed and may be written over
   */
  save(over?: Float64Array): Float64Array {
    const room = 2 + saved * (this.nearSize + this.farSize);
    // A little more than is needed now, so that they can be written over when more are pending.
    const into = over && over.length >= room ? over : new Float64Array(room + (room >> 2));
    const end = this.saveSlots(into, this.far, this.farSize, 2);
    into[0] = (this.saveSlots(into, this.near, this.nearSize, end) - 2) / saved;
    into[1] = this.made;
    return into;
  }

  /** Writes what lies in slots from `o` on, cancelled ones left out, and returns where it ends. */
  private saveSlots(into: Float64Array, slots: Int32Array, size: number, o: number): number {
    let end = o;
    for (let i = 0; i < size; i++) {
      const slot = slots[i]!;
      if (this.what[slot] === cancelled) continue;
      into[end] = this.at[slot]!;
      into[end + 1] = this.order[slot]!;
      into[end + 2] = this.what[slot]!;
      into[end + 3] = this.row[slot]!;
      into[end + 4] = this.arg[slot]!;
      into[end + 5] = this.because[slot]!;
      end += saved;
    }
    return end;
  }

  /**
   * Stands at saved appointments again, in slots of its own.
   * @param each told of every appointment, with its new handle
   */
  restore(
    from: Float64Array,
    each: (handle: number, at: Micros, what: number, row: number, arg: number) => void,
  ): void {
    this.horizon = 0;
    this.nearSize = 0;
    this.farSize = 0;
    this.freed = 0;
    this.used = 0;
    const end = 2 + saved * from[0]!;
    for (let o = 2; o < end; o += saved) {
      this.made = from[o + 1]!;
      const [at, what, row, arg] = [from[o]!, from[o + 2]!, from[o + 3]!, from[o + 4]!];
      each(this.add(at, what, row, arg, from[o + 5]!), at, what, row, arg);
    }
    this.made = from[1]!;
  }

  private push(at: Micros, slot: number): void {
    const { nearAt: ats, near: slots, order } = this;
    let i = this.nearSize++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const above = ats[parent]!;
      if (above < at || (above === at && order[slots[parent]!]! < order[slot]!)) break;
      ats[i] = above;
      slots[i] = slots[parent]!;
      i = parent;
    }
    ats[i] = at;
    slots[i] = slot;
  }

  /** Takes the earliest out of the heap: the last one sinks from its place. */
  private pop(): void {
    const { nearAt: ats, near: slots, order } = this;
    const last = --this.nearSize;
    const at = ats[last]!;
    const slot = slots[last]!;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= last) break;
      if (child + 1 < last) {
        const left = ats[child]!;
        const right = ats[child + 1]!;
        // Which child is earlier cannot be predicted: adding the answer is quicker than branching.
        if (left !== right) child += Number(right < left);
        else if (order[slots[child + 1]!]! < order[slots[child]!]!) child++;
      }
      const next = ats[child]!;
      if (at < next || (at === next && order[slot]! < order[slots[child]!]!)) break;
      ats[i] = next;
      slots[i] = slots[child]!;
      i = child;
    }
    ats[i] = at;
    slots[i] = slot;
  }
}
