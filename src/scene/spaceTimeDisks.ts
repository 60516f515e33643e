import type { Plan } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import type { Buckets } from './spaceTimeBuckets.ts';
import type { Handlers } from './spaceTimeHandlers.ts';
import type { Message } from './spaceTimeMarks.ts';
import { messageOf } from './spaceTimeMessages.ts';
import type { Wiring } from './spaceTimeWiring.ts';

interface Exchange {
  readonly message: Message;
  readonly from: Micros;
  asked: number;
  /** When the last answer came. */
  at: Micros;
}

const disksText = (verb: string, count: number): string =>
  `${verb} ${count} ${count === 1 ? 'disk' : 'disks'}`;

/** A server reserves and releases the disks of a shelf: one exchange for all that it asks at once. */
export class DiskMessages {
  private readonly wiring: Wiring;
  private readonly all: Buckets<Message>;
  private readonly rows: number;
  /** What is asked so soon after the last answer belongs to the same fence. */
  private readonly pause: Micros;
  private readonly open = new Map<number, Exchange>();
  private readonly released = new Map<number, { message: Message; at: Micros; count: number }>();

  constructor(plan: Plan, wiring: Wiring, all: Buckets<Message>) {
    this.wiring = wiring;
    this.all = all;
    this.rows = plan.rows.server + 1;
    this.pause = plan.settings.fence;
  }

  private key(disk: number, server: number): number {
    return this.wiring.start.disk.shelf[disk]! * this.rows + server;
  }

  private ask(at: Micros, disk: number, server: number): Exchange {
    const key = this.key(disk, server);
    let exchange = this.open.get(key);
    if (!exchange || at - exchange.at > this.pause) {
      exchange = { message: messageOf('disks', ''), from: at, asked: 0, at: Infinity };
      exchange.message.stops.push(at, this.wiring.place('server', server));
      this.all.add(at, exchange.message);
      this.open.set(key, exchange);
    }
    exchange.asked++;
    exchange.message.text = disksText('reserve', exchange.asked);
    return exchange;
  }

  private answer(at: Micros, disk: number, server: number): void {
    const exchange = this.open.get(this.key(disk, server)) ?? this.ask(at, disk, server);
    const { message, from } = exchange;
    exchange.at = at;
    message.stops.length = 2;
    // All of them together take this long; half of it is the way to the disks.
    message.stops.push((from + at) / 2, this.wiring.placeOf('disk', disk), at, message.stops[1]!);
    message.turn = 1;
  }

  private release(at: Micros, disk: number, server: number): void {
    const key = this.key(disk, server);
    const before = this.released.get(key);
    const same = before && at - before.at < 100_000;
    const message = same ? before.message : messageOf('disks', '');
    const count = same ? before.count + 1 : 1;
    message.text = disksText('release', count);
    if (same) message.stops[2] = at;
    else {
      const places = [this.wiring.place('server', server), this.wiring.placeOf('disk', disk)];
      message.stops.push(at, places[0]!, at, places[1]!);
      this.all.add(at, message);
    }
    this.released.set(key, { message, at, count });
  }

  private conflict(at: Micros, disk: number, server: number): void {
    const message = messageOf('disks', 'reservation conflict');
    const shelf = this.wiring.placeOf('disk', disk);
    message.stops.push(at, this.wiring.place('server', server), at, shelf);
    message.lost = true;
    this.all.add(at, message);
  }

  readonly handlers: Handlers = {
    'disk.reserving': (at, disk, server) => void this.ask(at, disk, server),
    'disk.reserved': (at, disk, server) => this.answer(at, disk, server),
    'disk.reserve-failed': (at, disk, server) => this.answer(at, disk, server),
    'disk.released': (at, disk, server) => this.release(at, disk, server),
    'reservation.conflict': (at, disk, server) => this.conflict(at, disk, server),
  };
}
