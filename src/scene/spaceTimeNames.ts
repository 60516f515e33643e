import type { Plan } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import type { Handlers } from './spaceTimeHandlers.ts';
import type { Band, Strand } from './spaceTimeMarks.ts';
import type { Wiring } from './spaceTimeWiring.ts';

/** Which name lives on which port, from its login to its end, and the gaps between. */
export class NameBands {
  readonly bands: Band[] = [];
  readonly strands: Strand[] = [];
  private readonly wiring: Wiring;
  /** The virtual port behind each login. */
  private readonly logins: Int32Array;
  private readonly open = new Map<number, Band>();
  /** Virtual ports whose band ended with the light alone: a blink may leave the login. */
  private readonly blinked = new Set<number>();
  private readonly nowhere = new Map<number, Strand>();

  constructor(plan: Plan, wiring: Wiring) {
    this.wiring = wiring;
    const { login } = wiring.start;
    this.logins = new Int32Array(plan.rows.login + 1);
    for (let row = 1; row < login.rows; row++) {
      if (login.fabric[row] === 0 || login.vport[row] === 0) continue;
      this.logins[row] = login.vport[row]!;
      this.begin(login.vport[row]!, 0);
    }
  }

  readonly handlers: Handlers = {
    'link.down': (at, cable) => this.dark(cable, at),
    'link.up': (at, cable) => this.lit(cable, at),
    'vport.disabled': (at, vport) => this.end(vport, at, false),
    'vport.evicted': (at, vport) => this.end(vport, at, true),
    'vport.link-down': (at, vport) => this.end(vport, at, true),
    'fabric.login-accepted': (at, vport, login) => {
      this.logins[login] = vport;
      this.begin(vport, at);
    },
    'fabric.logged-out': (at, _vport, login) => this.ended(login, at, false),
    'fabric.implicit-logout': (at, _switchPort, login) => this.ended(login, at, true),
    'fabric.evicted': (at, _vport, login) => this.ended(login, at, true),
    'fabric.login-forgotten': (at, _fabric, login) => this.ended(login, at, true),
  };

  /** The port at which a name lives now, as a place; -1 for nowhere. */
  where(name: number): number {
    for (const band of this.open.values()) if (band.name === name) return band.place;
    return -1;
  }

  private begin(vport: number, at: Micros): void {
    const { vport: vports } = this.wiring.start;
    const name = vports.home[vport]!;
    // The base login of a port is nobody’s name.
    if (vports.slot[vport] === 0 || name === 0 || this.open.has(vport)) return;
    const place = this.wiring.portOf(vport);
    this.blinked.delete(vport);
    const taken = new Set<number>();
    for (const band of this.open.values()) if (band.place === place) taken.add(band.lane);
    let lane = name === vport ? 0 : 1;
    while (taken.has(lane)) lane++;
    const strand = this.nowhere.get(name);
    // A slot that asks again ends its own login first: for no time at all it lived nowhere.
    if (strand?.from === at && strand.before.place === place) {
      strand.before.to = null;
      this.open.set(vport, strand.before);
      this.strands.splice(this.strands.indexOf(strand), 1);
      this.nowhere.delete(name);
      return;
    }
    const band: Band = { name, place, lane, from: at, to: null, cut: false };
    this.bands.push(band);
    this.open.set(vport, band);
    if (strand) strand.next = band;
    this.nowhere.delete(name);
  }

  private end(vport: number, at: Micros, cut: boolean): void {
    this.blinked.delete(vport);
    const band = this.open.get(vport);
    if (!band) return;
    band.to = at;
    band.cut = cut;
    this.open.delete(vport);
    // A second place that still answers under the name is a breach, and no absence.
    if (this.where(band.name) >= 0) return;
    const strand: Strand = { before: band, from: at, next: null };
    this.strands.push(strand);
    this.nowhere.set(band.name, strand);
  }

  private ended(login: number, at: Micros, cut: boolean): void {
    const vport = this.logins[login]!;
    this.logins[login] = 0;
    // The same virtual port may have logged in anew behind another row.
    if (vport && !this.logins.includes(vport)) this.end(vport, at, cut);
  }

  private dark(cable: number, at: Micros): void {
    const place = this.wiring.placeOf('cable', cable);
    for (const [vport, band] of [...this.open]) {
      if (band.place !== place) continue;
      this.end(vport, at, true);
      this.blinked.add(vport);
    }
  }

  private lit(cable: number, at: Micros): void {
    const place = this.wiring.placeOf('cable', cable);
    for (const vport of [...this.blinked])
      if (this.wiring.portOf(vport) === place && this.logins.includes(vport)) this.begin(vport, at);
  }
}
