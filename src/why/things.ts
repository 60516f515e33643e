import { kindList, kindNames } from '../model/kinds.ts';
import type { KindName } from '../model/kinds.ts';
import type { Operand } from '../model/fact.ts';
import type { TableName } from '../model/schema.ts';
import type { World } from '../model/world.ts';

/** Calls back for every thing that a fact is about. */
export type Naming = (table: TableName, row: number) => void;
type Names = (w: World, name: Naming, a: number, b: number) => void;

/** Details that change what a thing is like, and of which no event tells. */
const tellingDetails: ReadonlySet<KindName> = new Set<KindName>([
  'vport.link-down',
  'path.bound',
  'disk.owner-learned',
  'fabric.login-forgotten',
  'fabric.host-login-accepted',
  'name-server.forgotten',
]);

/** Kinds of facts after which a thing may be another than before: what an answer may begin with. */
export const tells: readonly boolean[] = kindList.map(
  ({ loudness }, i) => loudness === 'event' || tellingDetails.has(kindNames[i]!),
);

/** The table that an operand names a row of, or none. */
const tableOf = (operand: Operand | undefined): TableName | null =>
  operand?.kind === 'reference' ? (operand.of as TableName) : null;

/** A fact is about its first operand. Rows of registers are also named by the second one. */
const first = kindList.map(({ operands }) => tableOf(operands[0]));
const second = kindList.map(({ operands }) => {
  const table = tableOf(operands[1]);
  return table === 'login' || table === 'nameEntry' || table === 'lun' ? table : null;
});

/** Whoever is wired to a cable; what is told of the cable is told of these. */
const ofCable = (w: World, name: Naming, cable: number): void => {
  name('port', w.cable.port[cable]!);
  name('hostPort', w.cable.hostPort[cable]!);
  name('switchPort', w.cable.switchPort[cable]!);
};
const ofSwitchPort = (w: World, name: Naming, row: number): void =>
  name('cable', w.switchPort.cable[row]!);
const ofPath = (w: World, name: Naming, path: number): void => name('host', w.path.host[path]!);
const ofHostPort = (w: World, name: Naming, port: number): void =>
  name('host', w.hostPort.host[port]!);

/** What a fact about one thing also says of others, by the table of its first operand. */
const relatives: Readonly<Partial<Record<TableName, Names>>> = {
  cable: ofCable,
  switchPort: ofSwitchPort,
  path: ofPath,
  hostPort: ofHostPort,
};

/** And by its kind. */
const ofKind: Readonly<Partial<Record<KindName, Names>>> = {
  'rscn.sent': (_w, name, _a, b) => name('hostPort', b),
  'io.timed-out': (w, name, _a, b) => {
    name('path', b);
    ofPath(w, name, b);
  },
  'io.failed': (w, name, _a, b) => name('host', w.lun.host[b]!),
  'luns.online': (w, name, _a, b) => {
    for (let lun = 1; lun < w.lun.rows; lun++) if (w.lun.home[lun] === b) name('lun', lun);
  },
  'invariant.broken': (_w, name, a) => name('property', a),
};

/**
 * Calls `name` for each thing that a fact is about. Of the world it reads what is wired to what,
 * which no fact changes.
 */
export function eachThing(w: World, kind: number, a: number, b: number, name: Naming): void {
  const named: Naming = (table, row) => {
    if (row > 0) name(table, row);
  };
  const table = first[kind];
  if (table) {
    named(table, a);
    relatives[table]?.(w, named, a, b);
  }
  if (second[kind]) named(second[kind], b);
  ofKind[kindNames[kind]!]?.(w, named, a, b);
}
