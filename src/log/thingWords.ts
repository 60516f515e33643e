import { idOf, labelOf } from '../model/plan.ts';
import type { Plan, Thing } from '../model/plan.ts';
import type { TableName } from '../model/schema.ts';
import type { World } from '../model/world.ts';
import { called } from '../scene/words.ts';

/** Rows of these tables are called after what they belong to: their labels alone say too little. */
const longer: Readonly<Partial<Record<TableName, (w: World, row: number) => string>>> = {
  port: called.port,
  vport: called.slot,
  hostPort: called.hostPort,
  path: called.path,
};

/** `nameEntry` as `name entry`, `inARow` as `in a row`. */
export const spaced = (key: string): string =>
  key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** What a thing is called where it stands alone: `Server A`, `A, port 1`, `name entry 3`. */
export const thingWords = (w: World, { table, row }: Thing): string =>
  longer[table]?.(w, row) ?? (labelOf(w.plan, table, row) || `${spaced(table)} ${row}`);

/** Finds things by the ids that traces use, as `A.p0` or `path.3`. */
export class ThingsById {
  private readonly plan: Plan;
  private readonly known = new Map<string, Thing>();

  constructor(plan: Plan) {
    this.plan = plan;
    for (const table of Object.keys(plan.rows) as TableName[]) {
      for (let row = 1; row <= (plan.ids[table]?.length ?? 1) - 1; row++)
        this.known.set(idOf(plan, { table, row }), { table, row });
    }
  }

  /** @returns null for an id that nothing has */
  of(id: string): Thing | null {
    const known = this.known.get(id);
    if (known) return known;
    const [, table = '', row = ''] = /^([a-zA-Z]+)\.(\d+)$/.exec(id) ?? [];
    if (!Object.hasOwn(this.plan.rows, table)) return null;
    return { table: table as TableName, row: Number(row) };
  }
}
