import { instantAt, kindAt, operandAt } from '../model/fact.ts';
import { kindNumber } from '../model/kinds.ts';
import type { Plan, Settings } from '../model/plan.ts';
import { ms } from '../model/time.ts';
import type { Micros } from '../model/time.ts';
import { worldOf } from '../model/world.ts';
import type { World } from '../model/world.ts';
import { partOfLife, partOfMonitor, partOfPort, parts } from './parts.ts';
import type { Part } from './parts.ts';

/** A time in which no request to a LUN was answered although its host had work for it. */
export interface Outage {
  readonly lun: number;
  /** The last answer before it. */
  readonly from: Micros;
  /** The first answer after it; null when it lasts. */
  readonly to: Micros | null;
  /** Length of each part, µs. Their sum is the length of the outage so far, exactly. */
  readonly parts: Readonly<Record<Part, Micros>>;
  /** The server and the virtual port that answered first; 0 while it lasts. */
  readonly server: number;
  readonly vport: number;
}

/** A silence of a LUN counts as an outage from this length on: no workload is that uneven. */
export const outageFrom = (settings: Settings): Micros =>
  Math.max(ms(700), Math.round(3_000_000 / settings.requestRate));

/** From `at` on a server’s LUNs wait for `part`. */
interface Turn {
  readonly at: Micros;
  readonly part: Part;
}

const kind = kindNumber;

/**
 * Outages per LUN with their parts, folded from facts. Until the slot is enabled that answers
 * first, the parts are read from the charts of the servers; from there on from the way of the path
 * that brought the first answer.
 */
export class Outages {
  private readonly threshold: Micros;
  private readonly ended: Outage[] = [];
  /** By LUN: the last answer, the longest silence so far, and whether its host has stopped. */
  private readonly answeredAt: Float64Array;
  private readonly longest: Float64Array;
  private readonly idle: Uint8Array;
  private readonly running: Uint8Array;
  /** By server: what its LUNs wait for, and since when. */
  private readonly turns: Turn[][] = [];
  private readonly monitorPart: (Part | null)[] = [];
  private readonly lifePart: (Part | null)[] = [];
  private readonly portPart: (Part | null)[] = [];
  /** When each virtual port was enabled and asked for a login last. */
  private readonly enabledAt: Float64Array;
  private readonly loginAt: Float64Array;
  /** When each path asked for its name, when it asked before it was found, when it opened. */
  private readonly askedAt: Float64Array;
  private readonly foundAt: Float64Array;
  private readonly openedAt: Float64Array;
  private readonly plan: Plan;

  constructor(plan: Plan) {
    const { rows } = plan;
    this.plan = plan;
    this.threshold = outageFrom(plan.settings);
    this.answeredAt = new Float64Array(rows.lun + 1);
    this.longest = new Float64Array(rows.lun + 1);
    this.idle = new Uint8Array(rows.lun + 1);
    this.running = Uint8Array.from(worldOf(plan).host.running);
    for (let server = 0; server <= rows.server; server++) {
      this.turns.push([{ at: 0, part: 'detect' }]);
    }
    this.enabledAt = new Float64Array(rows.vport + 1).fill(-1);
    this.loginAt = new Float64Array(rows.vport + 1).fill(-1);
    this.askedAt = new Float64Array(rows.path + 1).fill(-1);
    this.foundAt = new Float64Array(rows.path + 1).fill(-1);
    this.openedAt = new Float64Array(rows.path + 1).fill(-1);
  }

  /** Takes in one packed fact. @param w the world as it stands before that fact */
  take(w: World, words: Int32Array, i: number): void {
    const a = operandAt(words, i, 0);
    switch (kindAt(words, i)) {
      case kind['io.acknowledged']:
        return this.answered(w, instantAt(words, i), operandAt(words, i, 1), a);
      case kind['monitor.state']:
        this.monitorPart[a] = partOfMonitor[operandAt(words, i, 1)]!;
        return this.turn(w, instantAt(words, i), w.server.partner[a]!);
      case kind['server.state']:
        this.lifePart[a] = partOfLife[operandAt(words, i, 1)]!;
        return this.turn(w, instantAt(words, i), a);
      case kind['port.state']:
        this.portPart[a] = partOfPort[operandAt(words, i, 1)]!;
        return this.turn(w, instantAt(words, i), w.port.server[a]!);
      case kind['vport.enabled']:
        this.enabledAt[a] = instantAt(words, i);
        return;
      case kind['fabric.fdisc-sent']:
      case kind['fabric.flogi-sent']:
        this.loginAt[a] = instantAt(words, i);
        return;
      case kind['name-server.queried']:
        this.askedAt[a] = instantAt(words, i);
        return;
      case kind['path.online']:
        this.foundAt[a] = this.askedAt[a]!;
        this.openedAt[a] = instantAt(words, i);
        return;
      case kind['path.reinstated']:
        this.openedAt[a] = instantAt(words, i);
        return;
      case kind['workload.stopped']:
        return this.stopped(w, instantAt(words, i), a);
      case kind['workload.started']:
        return this.started(w, instantAt(words, i), a);
    }
  }

  /** All outages in the order in which they began, those that last included. */
  list(horizon: Micros): readonly Outage[] {
    const lasting: Outage[] = [];
    const world = worldOf(this.plan);
    for (let lun = 1; lun < this.answeredAt.length; lun++) {
      const from = this.answeredAt[lun]!;
      if (this.idle[lun] || horizon - from < this.threshold) continue;
      const lengths = none();
      this.addTurns(lengths, world.lun.home[lun]!, from, horizon);
      lasting.push({ lun, from, to: null, parts: lengths, server: 0, vport: 0 });
    }
    return [...this.ended, ...lasting].sort((x, y) => x.from - y.from || x.lun - y.lun);
  }

  /** The longest time without an answer, µs, for a host that had work all the time. */
  silence(lun: number, horizon: Micros): Micros {
    const now = this.idle[lun] ? 0 : horizon - this.answeredAt[lun]!;
    return Math.max(this.longest[lun]!, now);
  }

  private turn(w: World, at: Micros, server: number): void {
    let part = this.lifePart[server] ?? this.monitorPart[w.server.partner[server]!] ?? null;
    for (let port = 1; port < w.port.rows && part === null; port++) {
      if (w.port.server[port] === server) part = this.portPart[port] ?? null;
    }
    const turns = this.turns[server]!;
    const next = part ?? 'detect';
    if (turns.at(-1)!.part !== next) turns.push({ at, part: next });
  }

  private answered(w: World, at: Micros, lun: number, request: number): void {
    const from = this.answeredAt[lun]!;
    this.answeredAt[lun] = at;
    if (this.idle[lun]) return;
    this.longest[lun] = Math.max(this.longest[lun]!, at - from);
    if (at - from >= this.threshold) {
      const vport = w.request.vport[request]!;
      const server = w.port.server[w.vport.port[vport]!]!;
      const lengths = this.partsOf(w, lun, vport, w.request.path[request]!, from, at);
      this.ended.push({ lun, from, to: at, parts: lengths, server, vport });
    }
    if (!this.running[w.lun.host[lun]!]) this.idle[lun] = 1;
  }

  private partsOf(w: World, lun: number, vport: number, path: number, from: Micros, to: Micros) {
    const inside = (at: Micros): boolean => at >= from && at <= to;
    const enabled = this.enabledAt[vport]!;
    const asked = this.foundAt[path]!;
    const opened = this.openedAt[path]!;
    // A slot that only lost its light is not enabled again: its new login begins the way back.
    const turnsEnd = [enabled, this.loginAt[vport]!, asked, opened].find(inside) ?? to;
    const fabricEnd = inside(asked) ? Math.max(turnsEnd, asked) : turnsEnd;
    const hostEnd = inside(opened) ? Math.max(fabricEnd, opened) : fabricEnd;
    const lengths = none();
    this.addTurns(lengths, w.lun.home[lun]!, from, turnsEnd);
    lengths.fabric += fabricEnd - turnsEnd;
    lengths.host += hostEnd - fabricEnd;
    lengths.firstIo += to - hostEnd;
    return lengths;
  }

  /** Adds up what the LUNs of a server waited for between two instants. */
  private addTurns(lengths: Record<Part, Micros>, server: number, from: Micros, to: Micros): void {
    const turns = this.turns[server]!;
    let end = to;
    for (let i = turns.length - 1; i >= 0 && end > from; i--) {
      const begin = Math.max(turns[i]!.at, from);
      if (begin >= end) continue;
      lengths[turns[i]!.part] += end - begin;
      end = begin;
    }
  }

  /** A host that stops has no more work, but what it had already still counts as waiting. */
  private stopped(w: World, at: Micros, host: number): void {
    this.running[host] = 0;
    for (let lun = 1; lun < w.lun.rows; lun++) {
      const quiet = at - this.answeredAt[lun]! < this.threshold;
      if (w.lun.host[lun] === host && quiet) this.idle[lun] = 1;
    }
  }

  private started(w: World, at: Micros, host: number): void {
    this.running[host] = 1;
    for (let lun = 1; lun < w.lun.rows; lun++) {
      if (w.lun.host[lun] !== host || !this.idle[lun]) continue;
      this.idle[lun] = 0;
      this.answeredAt[lun] = at;
    }
  }
}

const none = () => Object.fromEntries(parts.map((part) => [part, 0])) as Record<Part, Micros>;
