import { roles } from '../model/wordLists.ts';
import { idOf } from '../model/plan.ts';
import type { Thing } from '../model/plan.ts';
import type { TableName } from '../model/schema.ts';
import type { World } from '../model/world.ts';
import { called, serverWords } from './words.ts';

/** Something that was looked for, and where it is now. */
export interface Finding {
  /** What it is called, and its id or World Wide Name. */
  readonly title: string;
  readonly also: string;
  readonly where: string;
  /** What is selected to show it. */
  readonly thing: Thing;
}

const primary = roles.indexOf('PRIMARY');
/** Things that a person looks for by name, in the order of the picture. */
const tables: readonly TableName[] = ['host', 'fabric', 'server', 'port', 'shelf', 'disk', 'lun'];
const shownInstead: Readonly<Partial<Record<TableName, (w: World, row: number) => Thing>>> = {
  lun: (w, row) => ({ table: 'disk', row: w.lun.firstDisk[row]! }),
};

/** Every name with the slot that answers under it now, then every other thing. */
export function findings(w: World): readonly Finding[] {
  const found: Finding[] = [];
  for (let slot = 1; slot < w.vport.rows; slot++) {
    if (w.vport.role[slot] !== primary) continue;
    const carrier = carrierOf(w, slot);
    found.push({
      title: called.name(w, slot),
      also: w.plan.names[w.vport.portName[slot]!] ?? '',
      where:
        carrier === 0
          ? 'nowhere now'
          : `at ${called.slot(w, carrier)}${carrier === slot ? ', at home' : ''}, FC address ${called.address(w.vport.address[carrier]!)}`,
      thing: { table: 'vport', row: carrier || slot },
    });
  }
  for (const table of tables) {
    for (let row = 1; row < w[table].rows; row++) {
      const thing = { table, row };
      found.push({
        title: w.plan.labels[table]?.[row] ?? idOf(w.plan, thing),
        also: idOf(w.plan, thing),
        where: whereabouts(w, table, row),
        thing: shownInstead[table]?.(w, row) ?? thing,
      });
    }
  }
  return found;
}

/** The slot that is logged in under the name of a primary; 0 for none. */
function carrierOf(w: World, home: number): number {
  for (let slot = 1; slot < w.vport.rows; slot++) {
    const here = w.vport.home[slot] === home || slot === home;
    if (here && w.vport.slot[slot] !== 0 && w.vport.address[slot] !== 0) return slot;
  }
  return 0;
}

function whereabouts(w: World, table: TableName, row: number): string {
  if (table === 'server') return serverWords(w, row);
  if (table === 'disk')
    return `owned by ${called.server(w, w.disk.owner[row]!)}, home ${called.server(w, w.disk.home[row]!)}`;
  if (table === 'lun') return `home ${called.server(w, w.lun.home[row]!)}`;
  if (table === 'port')
    return w.port.light[row] ? called.fabric(w, w.port.fabric[row]!) : 'no light';
  return '';
}

/** Those in which every word that was typed occurs: what is called so first, then what begins so. */
export function matching(all: readonly Finding[], typed: string): readonly Finding[] {
  const wanted = typed.trim().toLowerCase();
  const words = wanted.split(/\s+/);
  const rank = ({ title }: Finding): number => {
    const called = title.toLowerCase();
    return called === wanted ? 0 : called.startsWith(wanted) ? 1 : 2;
  };
  return all
    .filter(({ title, also }) => {
      const text = `${title} ${also}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => rank(a) - rank(b));
}
