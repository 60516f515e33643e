import type { Plan } from '../model/plan.ts';
import { labelOf } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import { alerts } from '../model/wordLists.ts';
import { Buckets } from './spaceTimeBuckets.ts';
import type { Handler, Handlers } from './spaceTimeHandlers.ts';
import type { Message, MessageSort, Miss } from './spaceTimeMarks.ts';
import type { NameBands } from './spaceTimeNames.ts';
import type { Wiring } from './spaceTimeWiring.ts';

export const messageOf = (sort: MessageSort, text: string, about = 0, ordinal = 0): Message => ({
  sort,
  text,
  about,
  ordinal,
  always: false,
  stops: [],
  turn: Infinity,
  lost: false,
  midway: false,
});

/** Heartbeats, words between servers, logins, notifications, and what hosts ask. */
export class Messages {
  readonly all = new Buckets<Message>();
  readonly missed: Miss[] = [];
  private readonly plan: Plan;
  private readonly wiring: Wiring;
  private readonly names: NameBands;
  /** What is under way in each row of the table of messages, and the path that it is for. */
  private readonly flying = new Map<number, Message>();
  /** The answer of the fabric to the login of a virtual port, under way. */
  private readonly answers = new Map<number, Message>();
  /** When the slot of a virtual port was prepared for the names of another. */
  private readonly prepared = new Map<number, Micros>();
  private readonly beats: number[] = [];
  private readonly cut = new Set<number>();

  constructor(plan: Plan, wiring: Wiring, names: NameBands) {
    this.plan = plan;
    this.wiring = wiring;
    this.names = names;
  }

  private readonly server = (row: number): number => this.wiring.place('server', row);
  private readonly partner = (row: number): number => this.wiring.start.server.partner[row]!;
  private readonly called = (vport: number): string =>
    labelOf(this.plan, 'vport', this.wiring.start.vport.home[vport]! || vport);

  private begin(at: Micros, place: number, row: number, message: Message): void {
    message.stops.push(at, place);
    this.flying.set(row, message);
    this.all.add(at, message);
  }

  private arrive(at: Micros, place: number, row: number): void {
    this.flying.get(row)?.stops.push(at, place);
    this.flying.delete(row);
  }

  private lose(at: Micros, place: number, row: number, midway = false): void {
    const message = this.flying.get(row);
    if (!message) return;
    message.lost = true;
    message.midway = midway;
    this.arrive(at, place, row);
  }

  /** From a server to its partner. */
  private tell(at: Micros, server: number, row: number, sort: MessageSort, text: string): void {
    const beat = (this.beats[server] = (this.beats[server] ?? -1) + 1);
    this.begin(at, this.server(server), row, messageOf(sort, text, 0, beat));
  }

  private readonly heard: Handler = (at, server, row) => this.arrive(at, this.server(server), row);

  /** Lost on the way to the partner of its sender: at a cut link, or because nobody listens. */
  private readonly unheard: Handler = (at, sender, row) => {
    const midway = this.cut.has(this.wiring.start.server.interconnect[sender]!);
    this.lose(at, this.server(this.partner(sender)), row, midway);
  };

  private logIn(at: Micros, vport: number, row: number, text: string): void {
    const about = this.wiring.start.vport.slot[vport] ? this.identity(vport) : 0;
    this.begin(at, this.wiring.portOf(vport), row, messageOf('login', text, about));
  }

  /** The server whose name a virtual port carries. */
  private identity(vport: number): number {
    return this.wiring.serverOf(this.wiring.start.vport.home[vport]! || vport);
  }

  private answer(at: Micros, vport: number, text: string): void {
    const message = messageOf('login', text, 0);
    message.turn = 0;
    message.stops.push(at, this.wiring.fabricOf(vport));
    this.answers.set(vport, message);
    this.all.add(at, message);
  }

  private readonly answered: Handler = (at, vport) => {
    this.answers.get(vport)?.stops.push(at, this.wiring.portOf(vport));
    this.answers.delete(vport);
  };

  private ask(at: Micros, path: number, row: number, text: string): void {
    const { path: paths } = this.wiring.start;
    const host = this.wiring.placeOf('path', path);
    this.begin(at, host, row, messageOf('host', text, this.identity(paths.home[path]!)));
  }

  /**
   * What a host asked is answered: it went out and came back in one exchange, each way taking half.
   * @param reach how far it went: to the fabric, or through it to the port where the name lives
   */
  private exchanged(at: Micros, path: number, row: number, reach: 'fabric' | 'port'): void {
    const message = this.flying.get(row);
    if (!message) return;
    const [from, host] = message.stops as [number, number];
    const fabric = this.wiring.fabricOfPath(path);
    const port = reach === 'port' ? this.names.where(this.wiring.start.path.home[path]!) : -1;
    const when = (share: number): Micros => from + (at - from) * share;
    if (port < 0) message.stops.push(when(0.5), fabric);
    else message.stops.push(when(0.25), fabric, when(0.5), port, when(0.75), fabric);
    message.turn = port < 0 ? 1 : 2;
    this.arrive(at, host, row);
  }

  /** Nobody answered: it ends where the name was looked for. */
  private unanswered(path: number, row: number): void {
    const message = this.flying.get(row);
    if (!message) return;
    const port = this.names.where(this.wiring.start.path.home[path]!);
    const from = message.stops[0]!;
    const hop = this.plan.settings.hostStep / 4;
    message.stops.push(from + hop, this.wiring.fabricOfPath(path));
    if (port >= 0) message.stops.push(from + 2 * hop, port);
    message.lost = true;
    this.flying.delete(row);
  }

  private notice(at: Micros, hostPort: number, row: number, is: 'received' | 'lost'): void {
    const host = this.wiring.placeOf('hostPort', hostPort);
    if (is === 'received') this.arrive(at, host, row);
    else this.lose(at, host, row);
  }

  private readonly loggedInTo: Handler = (at, path, row) => this.exchanged(at, path, row, 'port');

  private name(path: number): string {
    return this.called(this.wiring.start.path.home[path]!);
  }

  readonly handlers: Handlers = {
    'interconnect.cut': (_at, link) => void this.cut.add(link),
    'interconnect.mended': (_at, link) => void this.cut.delete(link),
    'heartbeat.sent': (at, server, row) => this.tell(at, server, row, 'heartbeat', 'heartbeat'),
    'heartbeat.heard': this.heard,
    'heartbeat.lost': this.unheard,
    'heartbeat.missed': (at, server, partner, inARow) =>
      void this.missed.push({
        at,
        from: this.server(partner),
        place: this.server(server),
        inARow,
      }),
    'panic-packet.sent': (at, server, row) => this.tell(at, server, row, 'word', 'panic packet'),
    'panic-packet.heard': this.heard,
    'panic-packet.lost': this.unheard,
    'alert.sent': (at, server, row, _travels, says) =>
      this.tell(at, server, row, 'word', `alert: ${alerts[says]}`),
    'alert.heard': this.heard,
    'alert.ignored': this.heard,
    // The base login of a port is under nobody’s name.
    'fabric.flogi-sent': (at, vport, row) => {
      const named = this.wiring.start.vport.slot[vport] !== 0;
      this.logIn(at, vport, row, named ? `log in as ${this.called(vport)}` : 'log in');
    },
    'fabric.fdisc-sent': (at, vport, row) =>
      this.logIn(at, vport, row, `log in as ${this.called(vport)}`),
    'fabric.logo-sent': (at, vport, row) =>
      this.logIn(at, vport, row, `log ${this.called(vport)} out`),
    'fabric.frame-received': (at, row, fabric) =>
      this.arrive(at, this.wiring.place('fabric', fabric), row),
    'fabric.frame-lost': (at, row, port) => {
      const { fabric } = this.wiring.start.port;
      this.lose(at, this.wiring.place('fabric', fabric[port]!), row, true);
    },
    'fabric.login-accepted': (at, vport) => this.answer(at, vport, 'accepted'),
    'fabric.login-rejected': (at, vport) => this.answer(at, vport, 'rejected'),
    'vport.online': this.answered,
    'vport.refused': this.answered,
    'vport.initialized': (at, vport) => void this.prepared.set(vport, at),
    'vport.names-written': (at, vport) => {
      const message = messageOf('names', 'node name, port name', this.identity(vport));
      const from = this.prepared.get(vport) ?? at;
      message.stops.push(
        from,
        this.server(this.wiring.serverOf(vport)),
        at,
        this.wiring.portOf(vport),
      );
      this.all.add(from, message);
    },
    'rscn.sent': (at, fabric, _hostPort, row) =>
      this.begin(
        at,
        this.wiring.place('fabric', fabric),
        row,
        messageOf('host', 'something changed'),
      ),
    'rscn.received': (at, hostPort, row) => this.notice(at, hostPort, row, 'received'),
    'rscn.lost': (at, hostPort, row) => this.notice(at, hostPort, row, 'lost'),
    'rscn.missed': (at, hostPort, row) => this.notice(at, hostPort, row, 'lost'),
    'name-server.queried': (at, path, row) => this.ask(at, path, row, `${this.name(path)}?`),
    'name-server.answered': (at, path, row, address) => {
      const message = this.flying.get(row);
      if (message && address === 0) message.text = `“${this.name(path)}? no such name”`;
      this.exchanged(at, path, row, 'fabric');
    },
    'path.plogi-sent': (at, path, row) => this.ask(at, path, row, `log in to ${this.name(path)}`),
    'path.plogi-answered': this.loggedInTo,
    'path.prli-sent': (at, path, row) => this.ask(at, path, row, `session with ${this.name(path)}`),
    'path.prli-answered': this.loggedInTo,
    'path.adisc-sent': (at, path, row) => this.ask(at, path, row, `still ${this.name(path)}?`),
    'path.adisc-answered': this.loggedInTo,
    'path.frame-lost': (_at, path, row) => this.unanswered(path, row),
  };
}
