import { recall, remember } from '../../app/storage.ts';
import type { Session } from '../../app/Session.svelte.ts';
import { chartRows } from '../../charts/rows.ts';
import type { ChartRow } from '../../charts/rows.ts';
import { idOf } from '../../model/plan.ts';

/** A chart, and the row that runs it. */
export interface Choice {
  readonly chart: ChartRow;
  readonly row: number;
}

const key = 'chart';

export function keepChoice({ plan }: Session, { chart, row }: Choice): void {
  remember(key, `${chart.chart} ${idOf(plan, { table: chart.table, row })}`);
}

/** A row of the chart that a person would expect: of what is in the inspector, else the first. */
export function rowFor({ inspected }: Session, { table }: ChartRow): number {
  return inspected.table === table ? inspected.row : 1;
}

/** What was chosen last, in this scenario or in another one. */
export function chosenBefore(session: Session): Choice {
  const [name = '', id = ''] = (recall(key) ?? '').split(' ');
  const chart =
    chartRows.find((each) => each.chart === name) ??
    chartRows.find((each) => each.chart === 'failoverMonitor')!;
  const { table } = chart;
  for (let row = 1; row <= session.plan.rows[table]; row++)
    if (idOf(session.plan, { table, row }) === id) return { chart, row };
  return { chart, row: rowFor(session, chart) };
}
