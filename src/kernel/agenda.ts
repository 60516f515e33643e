import type { Micros } from '../model/time.ts';

/** How much time one bucket holds, µs. In a large cluster some hundred appointments lie in one. */
const width: Micros = 256;
/** Buckets of a lap: 262 ms, within which most requests are answered. */
const buckets = 1024;
/** Stands for what an appointment was about when it has been cancelled. */
const cancelled = -1;
/** Numbers that one appointment takes in a checkpoint. */
const saved = 6;

/**
 * The future: appointments by (instant, order of making). Those made earlier for the same instant
 * are kept earlier.
 *
 * Only the next quarter of a millisecond is sorted, in a binary heap over typed arrays. Before it
 * comes near, an appointment lies unsorted in the bucket of its instant, and before that with all
 * that is further away than a lap of buckets: timers of seconds, most of which are cancelled there.
 * So the cost of a request hardly grows with the size of the cluster.
 */
export class Agenda {
  readonly capacity: number;
  /** Appointments before this instant are in the heap. */
  private horizon: Micros = 0;
  /** The heap: the instant and the slot of each appointment. */
  private readonly nearAt: Float64Array;
  private readonly near: Int32Array;
  private nearSize = 0;
  /** From the horizon to the end of the lap: the last slot laid into each bucket, 0 for none. */
  private readonly bucket = new Int32Array(buckets);
  /** The slot laid into the same bucket before this one. */
  private readonly before: Int32Array;
  /** A bit for each bucket that is not empty. */
  private readonly filled = new Int32Array(buckets >> 5);
  private lapBegins: Micros = 0;
  private lapEnds: Micros = 0;
  /** Slots of what is due after the lap, unsorted. */
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
    this.before = new Int32Array(capacity);
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
    if (this.nearSize === 0) this.lookAhead();
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
    else this.layAside(at, slot);
    return slot;
  }

  /** Puts away what is not due soon. */
  private layAside(at: Micros, slot: number): void {
    if (at >= this.lapEnds) {
      this.far[this.farSize++] = slot;
      return;
    }
    const i = ((at - this.lapBegins) / width) | 0;
    this.before[slot] = this.bucket[i]!;
    this.bucket[i] = slot;
    this.filled[i >> 5]! |= 1 << (i & 31);
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

  /** The heap is empty: fills it with the next bucket that holds anything but cancelled ones. */
  private lookAhead(): void {
    while (this.nearSize === 0) {
      const i = this.nextBucket();
      if (i < 0) {
        if (!this.beginLap()) return;
        continue;
      }
      this.horizon = this.lapBegins + (i + 1) * width;
      for (let slot = this.bucket[i]!; slot !== 0; slot = this.before[slot]!) {
        if (this.what[slot] === cancelled) this.freeSlots[this.freed++] = slot;
        else this.push(this.at[slot]!, slot);
      }
      this.bucket[i] = 0;
      this.filled[i >> 5]! &= ~(1 << (i & 31));
    }
  }

  /** The first bucket that is not empty, -1 when the lap is over. */
  private nextBucket(): number {
    const from = ((this.horizon - this.lapBegins) / width) >> 5;
    for (let word = from; word < this.filled.length; word++) {
      const bits = this.filled[word]!;
      if (bits !== 0) return (word << 5) + 31 - Math.clz32(bits & -bits);
    }
    return -1;
  }

  /** A new lap begins with the first of what is far, and takes in what falls into it. */
  private beginLap(): boolean {
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
    if (pending === 0) return false;
    this.horizon = this.lapBegins = first;
    this.lapEnds = first + width * buckets;
    for (let i = 0; i < pending; i++) this.layAside(at[far[i]!]!, far[i]!);
    return true;
  }

  /**
   * The appointments as numbers, for a checkpoint: how many, the order of the next one, and six
   * for each.
   * @param over numbers that are no longer needed and may be written over
   */
  save(over?: Float64Array): Float64Array {
    const room = 2 + saved * (this.used - this.freed);
    // A little more than is needed now, so that they can be written over when more are pending.
    const into = over && over.length >= room ? over : new Float64Array(room + (room >> 2));
    let end = 2;
    for (let i = 0; i < this.farSize; i++) end = this.saveSlot(into, this.far[i]!, end);
    for (const last of this.bucket)
      for (let slot = last; slot !== 0; slot = this.before[slot]!)
        end = this.saveSlot(into, slot, end);
    for (let i = 0; i < this.nearSize; i++) end = this.saveSlot(into, this.near[i]!, end);
    into[0] = (end - 2) / saved;
    into[1] = this.made;
    return into;
  }

  /** Writes what lies in a slot at `o`, unless it was cancelled, and returns where it ends. */
  private saveSlot(into: Float64Array, slot: number, o: number): number {
    if (this.what[slot] === cancelled) return o;
    into[o] = this.at[slot]!;
    into[o + 1] = this.order[slot]!;
    into[o + 2] = this.what[slot]!;
    into[o + 3] = this.row[slot]!;
    into[o + 4] = this.arg[slot]!;
    into[o + 5] = this.because[slot]!;
    return o + saved;
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
    this.lapBegins = 0;
    this.lapEnds = 0;
    this.bucket.fill(0);
    this.filled.fill(0);
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
