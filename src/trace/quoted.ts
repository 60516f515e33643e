import { stateOf } from '../charts/index.ts';
import type { ChartName } from '../charts/index.ts';
import { addressText } from '../model/address.ts';
import { idOf } from '../model/plan.ts';
import type { Plan } from '../model/plan.ts';
import type { TableName } from '../model/schema.ts';

/** Values of facts as JSON texts. What a plan calls its things is put into quotes once. */
export class Quoted {
  private readonly plan: Plan;
  private readonly ids = new Map<TableName, string[]>();
  private readonly wwns: readonly string[];

  constructor(plan: Plan) {
    this.plan = plan;
    this.wwns = plan.names.map((name) => (name === '' ? 'null' : JSON.stringify(name)));
  }

  /** A thing by its id, `null` for row 0, which is nobody. */
  thing(table: TableName, row: number): string {
    if (row === 0) return 'null';
    let texts = this.ids.get(table);
    if (!texts) this.ids.set(table, (texts = []));
    return (texts[row] ??= JSON.stringify(idOf(this.plan, { table, row })));
  }

  wwn(name: number): string {
    return this.wwns[name] ?? 'null';
  }

  address(address: number): string {
    return address === 0 ? 'null' : `"${addressText(address)}"`;
  }

  state(chart: ChartName, configuration: number): string {
    return `"${stateOf(chart, configuration)}"`;
  }
}
