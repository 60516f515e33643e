import type { KindName } from '../model/kinds.ts';
import type { TableName } from '../model/schema.ts';
import type { ChartName } from './index.ts';

/** Which column holds a chart’s configuration, and which fact tells that a row took a step. */
export interface ChartRow {
  readonly chart: ChartName;
  readonly table: TableName;
  readonly column: string;
  readonly fact: KindName;
  /** The table has a column for the instant at which the state ends by itself. */
  readonly showsDue: boolean;
}

export const chartRows: readonly ChartRow[] = [
  { chart: 'server', table: 'server', column: 'life', fact: 'server.state', showsDue: true },
  { chart: 'pulse', table: 'server', column: 'pulse', fact: 'pulse.state', showsDue: false },
  { chart: 'partnerWatch', table: 'server', column: 'watch', fact: 'watch.state', showsDue: false },
  {
    chart: 'failoverMonitor',
    table: 'server',
    column: 'monitor',
    fact: 'monitor.state',
    showsDue: true,
  },
  { chart: 'physicalPort', table: 'port', column: 'monitor', fact: 'port.state', showsDue: true },
  { chart: 'virtualPort', table: 'vport', column: 'state', fact: 'vport.state', showsDue: true },
  { chart: 'disk', table: 'disk', column: 'state', fact: 'disk.state', showsDue: true },
  { chart: 'hostPath', table: 'path', column: 'state', fact: 'path.state', showsDue: true },
  {
    chart: 'hostPort',
    table: 'hostPort',
    column: 'state',
    fact: 'host-port.state',
    showsDue: false,
  },
  {
    chart: 'switchPort',
    table: 'switchPort',
    column: 'state',
    fact: 'switch-port.state',
    showsDue: false,
  },
  {
    chart: 'fabricNotice',
    table: 'fabric',
    column: 'notice',
    fact: 'fabric.state',
    showsDue: true,
  },
  {
    chart: 'fabricSwitch',
    table: 'fabric',
    column: 'power',
    fact: 'switch.state',
    showsDue: false,
  },
  {
    chart: 'diskHealth',
    table: 'disk',
    column: 'health',
    fact: 'disk-health.state',
    showsDue: false,
  },
];
