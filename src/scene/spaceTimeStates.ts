import { stateOf } from '../charts/index.ts';
import type { Plan } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import type { Handlers } from './spaceTimeHandlers.ts';
import type { OwnerSpan, Span, SpanLook } from './spaceTimeMarks.ts';
import type { Wiring } from './spaceTimeWiring.ts';

type Words = Readonly<Record<string, readonly [string, SpanLook]>>;

/** What a server that does not simply run does, by the outermost state of its life. */
const lifeWords: Words = {
  paused: ['paused', 'down'],
  hung: ['hung', 'down'],
  hungDead: ['hung, ports dark', 'down'],
  shuttingDown: ['shutting down', 'calm'],
  down: ['down', 'down'],
  booting: ['booting', 'calm'],
  looking: ['looking', 'calm'],
  waitingForGiveback: ['waits for giveback', 'calm'],
  lookingAgain: ['waits for giveback', 'calm'],
  replayingOwnLog: ['replays its log', 'calm'],
  recovering: ['logs in again', 'calm'],
};

/** What the failover monitor of a server that runs does, by its outermost state. */
const monitorWords: Words = {
  off: ['up', 'calm'],
  monitoring: ['monitoring', 'calm'],
  suspect: ['suspect', 'calm'],
  deciding: ['deciding', 'calm'],
  inhibited: ['may not take over', 'calm'],
  forcing: ['is forced', 'calm'],
  ordered: ['takeover ordered', 'calm'],
  takingOver: ['taking over', 'strong'],
  undoing: ['undoing', 'strong'],
  inTakeover: ['in takeover', 'strong'],
  givingBack: ['giving back', 'strong'],
};

const outermost = (chart: 'server' | 'failoverMonitor', configuration: number): string =>
  stateOf(chart, configuration).split('.')[0]!;

/** What each server does, and who owns the disks of each shelf. */
export class StateSpans {
  readonly spans: Span[] = [];
  readonly owners: OwnerSpan[] = [];
  private readonly wiring: Wiring;
  private readonly life: Int32Array;
  private readonly monitor: Int32Array;
  private readonly owner: Int32Array;
  private readonly openSpan = new Map<number, Span>();
  private readonly openOwner = new Map<number, OwnerSpan>();

  constructor(plan: Plan, wiring: Wiring) {
    this.wiring = wiring;
    const { server, disk } = wiring.start;
    this.life = Int32Array.from(server.life);
    this.monitor = Int32Array.from(server.monitor);
    this.owner = Int32Array.from(disk.owner);
    for (let row = 1; row <= plan.rows.server; row++) this.tell(row, 0);
    for (let row = 1; row <= plan.rows.shelf; row++) this.hold(row, 0);
  }

  readonly handlers: Handlers = {
    'server.state': (at, server, state) => {
      this.life[server] = state;
      this.tell(server, at);
    },
    'monitor.state': (at, server, state) => {
      this.monitor[server] = state;
      this.tell(server, at);
    },
    'disk.owner-changed': (at, disk, _old, owner) => {
      this.owner[disk] = owner;
      this.hold(this.wiring.start.disk.shelf[disk]!, at);
    },
  };

  private tell(server: number, at: Micros): void {
    const place = this.wiring.place('server', server);
    const life = lifeWords[outermost('server', this.life[server]!)];
    const monitor = monitorWords[outermost('failoverMonitor', this.monitor[server]!)];
    const [text, look] = life ?? monitor ?? ['up', 'calm'];
    const open = this.openSpan.get(place);
    if (open?.text === text) return;
    if (open) open.to = at;
    // Two charts that step at one instant are one change.
    if (open?.from === at) this.spans.splice(this.spans.indexOf(open), 1);
    const before = this.spans.findLast((span) => span.place === place);
    if (before?.text === text && before.to === at) {
      before.to = null;
      this.openSpan.set(place, before);
      return;
    }
    const span: Span = { place, text, look, from: at, to: null };
    this.spans.push(span);
    this.openSpan.set(place, span);
  }

  /** A shelf counts as owned by whoever owns most of its disks. */
  private hold(shelf: number, at: Micros): void {
    const { disk, shelf: shelves } = this.wiring.start;
    const place = this.wiring.place('shelf', shelf);
    const open = this.openOwner.get(place);
    const counts = new Map<number, number>();
    for (let row = 1; row < disk.rows; row++) {
      if (disk.shelf[row] !== shelf) continue;
      const owner = this.owner[row]!;
      counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
    let owner = open?.owner ?? shelves.home[shelf]!;
    for (const [each, count] of counts) if (count > (counts.get(owner) ?? 0)) owner = each;
    if (open?.owner === owner) return;
    if (open) open.to = at;
    const span: OwnerSpan = { place, owner, home: shelves.home[shelf]!, from: at, to: null };
    this.owners.push(span);
    this.openOwner.set(place, span);
  }
}
