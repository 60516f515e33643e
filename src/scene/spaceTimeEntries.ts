import type { Plan } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import type { Handlers } from './spaceTimeHandlers.ts';
import type { Wiring } from './spaceTimeWiring.ts';

/** Logins and name server entries come and go: in which fabric each stands. */
export class Entries {
  private readonly wiring: Wiring;
  /** Tells a dot on the row of a place. */
  private readonly dot: (place: number, at: Micros) => void;
  private readonly logins: Int32Array;
  private readonly entries: Int32Array;

  constructor(plan: Plan, wiring: Wiring, dot: (place: number, at: Micros) => void) {
    this.wiring = wiring;
    this.dot = dot;
    const fabrics = (from: { readonly [row: number]: number }, rows: number): Int32Array =>
      Int32Array.from({ length: rows + 1 }, (_, row) => from[row] ?? 0);
    this.logins = fabrics(wiring.start.login.fabric, plan.rows.login);
    this.entries = fabrics(wiring.start.nameEntry.fabric, plan.rows.nameEntry);
  }

  private at(fabric: number, at: Micros): void {
    if (fabric > 0) this.dot(this.wiring.place('fabric', fabric), at);
  }

  readonly handlers: Handlers = {
    'fabric.login-accepted': (_at, vport, login) => {
      const { port, vport: vports } = this.wiring.start;
      this.logins[login] = port.fabric[vports.port[vport]!]!;
    },
    'fabric.host-login-accepted': (_at, hostPort, login) => {
      this.logins[login] = this.wiring.start.hostPort.fabric[hostPort]!;
    },
    'name-server.registered': (at, login, entry) => {
      this.entries[entry] = this.logins[login]!;
      this.at(this.entries[entry]!, at);
    },
    'name-server.removed': (at, entry) => this.at(this.entries[entry]!, at),
    'name-server.stale': (at, entry) => this.at(this.entries[entry]!, at),
  };
}
