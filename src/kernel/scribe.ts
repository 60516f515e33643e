import { factWords, operandAt, pack } from '../model/fact.ts';
import { kindList } from '../model/kinds.ts';
import type { TableName } from '../model/schema.ts';
import type { Micros } from '../model/time.ts';
import type { World } from '../model/world.ts';
import { checkFacts } from '../properties/index.ts';
import type { Watcher } from '../properties/index.ts';
import type { Armed } from './armed.ts';
import { NameIndex } from './nameIndex.ts';

/** For each kind of fact, the operand that names a row of the table; -1 when none does. */
const operandNaming = (table: TableName): readonly number[] =>
  kindList.map(({ operands }) =>
    operands.findIndex(({ kind, of }) => kind === 'reference' && of === table),
  );

const namesLogin = operandNaming('login');
const namesEntry = operandNaming('nameEntry');

/**
 * The one writer: applies each fact as it is told and appends it to the trace, so the world is
 * never anything but the sum of its facts. What the kernel derives from tables follows here.
 */
export class Scribe {
  private readonly world: World;
  private readonly watcher: Watcher;
  private readonly armed: Armed;
  /** Facts told so far: the sequence number of the next one. */
  count = 0;
  readonly logins: NameIndex;
  readonly entries: NameIndex;
  /** Facts from `drained` on, packed. */
  private words = new Int32Array(8192 * factWords);
  private drained = 0;
  private checked = 0;

  /**
   * @param watcher keeps debts and is told of broken properties
   * @param armed is shown every fact as long as something waits for one
   */
  constructor(world: World, watcher: Watcher, armed: Armed) {
    this.world = world;
    this.watcher = watcher;
    this.armed = armed;
    const { rows, names } = world.plan;
    this.logins = new NameIndex(world.login, rows.fabric, names.length);
    this.entries = new NameIndex(world.nameEntry, rows.fabric, names.length);
  }

  /** Writes a fact and returns its sequence number. */
  write(
    kind: number,
    at: Micros,
    step: number,
    because: number,
    a: number,
    b: number,
    c: number,
    d: number,
  ): number {
    const i = this.count - this.drained;
    if ((i + 1) * factWords > this.words.length) this.grow();
    pack(this.words, i, kind, at, step, because, a, b, c, d);
    kindList[kind]!.apply(this.world, at, a, b, c, d);
    const login = namesLogin[kind]!;
    const entry = namesEntry[kind]!;
    if (login >= 0) this.logins.refile(operandAt(this.words, i, login));
    if (entry >= 0) this.entries.refile(operandAt(this.words, i, entry));
    return this.count++;
  }

  /** Packed facts told since the last call. */
  drain(): Int32Array {
    const fresh = this.words.slice(0, (this.count - this.drained) * factWords);
    this.drained = this.count;
    return fresh;
  }

  /** Holds the facts that have not been held yet against the properties. */
  check(): void {
    const from = Math.max(this.checked, this.drained);
    checkFacts(this.world, this.words, this.drained, from, this.count, this.watcher);
    if (this.armed.isWaiting)
      for (let seq = from; seq < this.count; seq++) this.armed.look(this.words, seq - this.drained);
    this.checked = this.count;
  }

  /** The world stands where `count` facts had been told. Facts not yet drained are dropped. */
  standAt(count: number): void {
    this.count = count;
    this.drained = count;
    this.checked = count;
    this.logins.refileAll();
    this.entries.refileAll();
  }

  private grow(): void {
    const longer = new Int32Array(this.words.length * 2);
    longer.set(this.words);
    this.words = longer;
  }
}
