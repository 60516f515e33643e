import { detail, routine } from '../fact.ts';
import { count, reference, state } from '../table.ts';

/**
 * One kind of fact per chart: a row took a step. The step itself comes from the chart’s table;
 * the deadline (0 when the state does not end by itself) travels as two halves.
 */
const high = 0x1_0000_0000;
const due = (d: number, c: number) => d * high + (c >>> 0);

const operands = (table: string, chart: string) => [
  reference(table, 'The row that took the step'),
  state(chart, 'Where its chart stands now'),
  count('Lower half of the instant at which the state ends by itself', { unit: 'µs' }),
  count('Upper half of it'),
];

export const chartFacts = {
  'server.state': detail(operands('server', 'server'), (w, at, a, b, c, d) => {
    w.server.life[a] = b;
    w.server.lifeSince[a] = at;
    w.server.lifeDue[a] = due(d, c);
  }),
  'monitor.state': detail(operands('server', 'failoverMonitor'), (w, at, a, b, c, d) => {
    w.server.monitor[a] = b;
    w.server.monitorSince[a] = at;
    w.server.monitorDue[a] = due(d, c);
  }),
  'watch.state': routine(operands('server', 'partnerWatch'), (w, _at, a, b) => {
    w.server.watch[a] = b;
  }),
  'pulse.state': routine(operands('server', 'pulse'), (w, _at, a, b) => {
    w.server.pulse[a] = b;
  }),
  'port.state': detail(operands('port', 'physicalPort'), (w, at, a, b, c, d) => {
    w.port.monitor[a] = b;
    w.port.since[a] = at;
    w.port.due[a] = due(d, c);
  }),
  'vport.state': detail(operands('vport', 'virtualPort'), (w, at, a, b, c, d) => {
    w.vport.state[a] = b;
    w.vport.since[a] = at;
    w.vport.due[a] = due(d, c);
  }),
  'disk.state': detail(operands('disk', 'disk'), (w, at, a, b, c, d) => {
    w.disk.state[a] = b;
    w.disk.since[a] = at;
    w.disk.due[a] = due(d, c);
  }),
  'path.state': detail(operands('path', 'hostPath'), (w, at, a, b, c, d) => {
    w.path.state[a] = b;
    w.path.since[a] = at;
    w.path.due[a] = due(d, c);
  }),
  'fabric.state': detail(operands('fabric', 'fabricNotice'), (w, at, a, b, c, d) => {
    w.fabric.notice[a] = b;
    w.fabric.since[a] = at;
    w.fabric.due[a] = due(d, c);
  }),
  'disk-health.state': detail(operands('disk', 'diskHealth'), (w, _at, a, b) => {
    w.disk.health[a] = b;
  }),
  'switch-port.state': detail(operands('switchPort', 'switchPort'), (w, at, a, b) => {
    w.switchPort.state[a] = b;
    w.switchPort.since[a] = at;
  }),
  'host-port.state': detail(operands('hostPort', 'hostPort'), (w, at, a, b) => {
    w.hostPort.state[a] = b;
    w.hostPort.since[a] = at;
  }),
};
