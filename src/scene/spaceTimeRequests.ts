import type { Plan } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import { fleetFrom } from './fleetFrom.ts';
import { Buckets } from './spaceTimeBuckets.ts';
import type { Handlers } from './spaceTimeHandlers.ts';
import type { Message } from './spaceTimeMarks.ts';
import { messageOf } from './spaceTimeMessages.ts';
import { Untold } from './spaceTimeUntold.ts';
import type { Wiring } from './spaceTimeWiring.ts';

/** So many lines of a kind may be drawn in one window. */
export const mostLines = 60;
/** The shortest window that is ever shown; what is too much even for it need not be kept. */
const shortest: Micros = 8_000_000;
/** An answer after so long a silence ends an outage. */
const silence: Micros = 700_000;

/** The least power of two of which one in so many leaves at most `mostLines`. */
export function sampleOf(expected: number): number {
  let sample = 1;
  while (expected / sample > mostLines) sample *= 2;
  return sample;
}

/** One in how many requests is drawn in a window of this length. */
export function requestSample(plan: Plan, length: Micros): number {
  const { server, lun } = plan.rows;
  // Of a fleet one pair is shown.
  const luns = server >= fleetFrom ? (lun * 2) / server : lun;
  return sampleOf((plan.settings.requestRate * luns * length) / 1_000_000);
}

/** Whether a message belongs to the sample of its kind. */
export const isSampled = ({ ordinal, always }: Message, sample: number): boolean =>
  always || ordinal % sample === 0;

/** What a request does on its way; after each, what its two operands are. */
const sends = 0; // how long it travels, and which of its LUN it is
const arrives = 1; // a virtual port
const waits = 2; // a virtual port
const served = 3; // a server, and how long the answer travels
const refused = 4; // a virtual port, and how long the answer travels

/** Every so-manieth request on its way through the places, and all that are lost or end an outage. */
export class Requests {
  readonly all = new Buckets<Message>();
  private readonly wiring: Wiring;
  private readonly sample: number;
  /** The requests under way that will be drawn, and what the others have done so far. */
  private readonly flying: (Message | null)[] = [];
  private readonly untold = new Untold();
  private readonly paths: number[] = [];
  private readonly luns: number[] = [];
  /** For each LUN, how many of its requests have been sent, and when one was answered last. */
  private readonly sent: number[] = [];
  private readonly answeredAt: Micros[] = [];

  constructor(plan: Plan, wiring: Wiring) {
    this.wiring = wiring;
    this.sample = requestSample(plan, shortest);
  }

  /** The place of the host that a request comes from; -1 when it is not known. */
  hostOf(request: number): number {
    return this.wiring.placeOf('path', this.paths[request] ?? 0);
  }

  private send(at: Micros, request: number, travels: Micros): void {
    if ((this.paths[request] ?? 0) === 0) return;
    const lun = this.luns[request]!;
    const count = (this.sent[lun] = (this.sent[lun] ?? -1) + 1);
    // LUNs whose requests come by turns are not all drawn at the same turn.
    const ordinal = count + lun * 5;
    this.forget(request);
    if (ordinal % this.sample !== 0) this.untold.add(request, sends, at, travels, ordinal);
    else {
      const message = this.sending(request, at, travels, ordinal);
      this.flying[request] = message;
      this.all.add(at, message);
    }
  }

  private sending(request: number, at: Micros, travels: Micros, ordinal: number): Message {
    const path = this.paths[request]!;
    const about = this.wiring.serverOf(this.wiring.start.path.home[path]!);
    const message = messageOf('request', 'request', about, ordinal);
    message.stops.push(at, this.hostOf(request));
    message.stops.push(at + travels / 2, this.wiring.fabricOfPath(path));
    return message;
  }

  private forget(request: number): void {
    this.flying[request] = null;
    this.untold.end(request);
  }

  private step(step: number, at: Micros, request: number, a: number, b: number): void {
    const message = this.flying[request];
    if (message) this.take(message, request, step, at, a, b);
    else if (this.untold.has(request)) this.untold.add(request, step, at, a, b);
  }

  /** The line of a request under way, which may not have been drawn so far. */
  private lineOf(request: number): Message | null {
    let line = this.flying[request] ?? null;
    this.untold.visit(request, (step, at, a, b) => {
      if (line) this.take(line, request, step, at, a, b);
      else line = this.sending(request, at, a, b);
    });
    return line;
  }

  /** It will be drawn, whatever its number is. */
  private show(message: Message): void {
    if (!isSampled(message, this.sample)) this.all.add(message.stops[0]!, message);
    message.always = true;
  }

  private take(
    message: Message,
    request: number,
    step: number,
    at: Micros,
    a: number,
    b: number,
  ): void {
    const { stops } = message;
    if (step === served) this.serve(message, at, request, a, b);
    else stops.push(at, this.wiring.portOf(a));
    if (step === waits) stops.push(at, this.wiring.place('server', this.wiring.serverOf(a)));
    if (step !== refused) return;
    message.turn = stops.length / 2 - 1;
    message.text = 'refused request';
    stops.push(at + b / 2, this.wiring.fabricOfPath(this.paths[request]!));
  }

  private serve(
    message: Message,
    at: Micros,
    request: number,
    server: number,
    travels: Micros,
  ): void {
    const { stops } = message;
    const port = stops.at(-1)!;
    const from = stops.at(-2)!;
    const { lun, disk } = this.wiring.start;
    const first = lun.firstDisk[this.luns[request]!]!;
    const serves = this.wiring.place('server', server);
    const when = (share: number): Micros => from + (at - from) * share;
    stops.push(when(0.25), serves);
    message.turn = stops.length / 2;
    if (disk.shelf[first]) stops.push(when(0.5), this.wiring.placeOf('disk', first));
    stops.push(when(0.75), serves, at, port);
    stops.push(at + travels / 2, this.wiring.fabricOfPath(this.paths[request]!));
  }

  private answered(at: Micros, request: number, lun: number): void {
    const first = at - (this.answeredAt[lun] ?? at) > silence;
    const message = first ? this.lineOf(request) : this.flying[request];
    message?.stops.push(at, this.hostOf(request));
    this.forget(request);
    if (message && first) {
      message.text = 'first answer';
      this.show(message);
    }
    this.answeredAt[lun] = at;
  }

  /** It comes no further than to where it was at that instant. */
  private lose(at: Micros, request: number): void {
    const message = this.lineOf(request);
    this.forget(request);
    if (!message) return;
    const { stops } = message;
    while (stops.length > 2 && stops.at(-2)! > at) stops.length -= 2;
    if (stops.length === 2) stops.push(at, stops[1]!);
    message.lost = true;
    message.text = 'lost request';
    this.show(message);
  }

  /** It waits at its host again: with an answer that it has, or given up on its way. */
  private again(at: Micros, request: number, path: number): void {
    const message = this.lineOf(request);
    if (message?.text === 'refused request') message.stops.push(at, this.hostOf(request));
    else if (message) this.lose(at, request);
    this.forget(request);
    this.paths[request] = path;
  }

  readonly handlers: Handlers = {
    'io.submitted': (_at, request, path, block) => {
      this.paths[request] = path;
      this.luns[request] = this.wiring.start.block.lun[block]!;
    },
    'io.sent': (at, request, travels) => this.send(at, request, travels),
    'io.arrived': (at, request, vport) => this.step(arrives, at, request, vport, 0),
    'io.forwarded': (at, request, vport) => this.step(arrives, at, request, vport, 0),
    'io.held': (at, request, vport) => this.step(waits, at, request, vport, 0),
    'io.swallowed': (at, request, vport) => {
      this.step(arrives, at, request, vport, 0);
      this.lose(at, request);
    },
    'io.served': (at, request, server, _version, travels) =>
      this.step(served, at, request, server, travels),
    'io.refused': (at, request, vport, _says, travels) =>
      this.step(refused, at, request, vport, travels),
    'io.acknowledged': (at, request, lun) => this.answered(at, request, lun),
    'io.lost': (at, request) => this.lose(at, request),
    'io.requeued': (at, request, path) => this.again(at, request, path),
    'io.timed-out': (at, request) => this.lose(at, request),
    'io.failed': (at, request) => this.lose(at, request),
  };
}
