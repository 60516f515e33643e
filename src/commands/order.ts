import type { TableName } from '../model/schema.ts';

/**
 * What the first picture knows of the commands, in the order of the registry: the table that each is
 * for, and whether it breaks something. The rest of them is fetched after it.
 */
export const order: readonly (readonly [id: string, table: TableName, breaks: boolean])[] = [
  ['server.power-loss', 'server', true],
  ['server.panic', 'server', true],
  ['server.hang', 'server', true],
  ['server.hang-dead', 'server', true],
  ['takeover.planned', 'server', true],
  ['giveback.start', 'server', false],
  ['server.repair', 'server', false],
  ['port.fail', 'port', true],
  ['port.maintenance', 'port', true],
  ['port.repair', 'port', false],
  ['cable.cut', 'cable', true],
  ['cable.mend', 'cable', false],
  ['interconnect.cut', 'interconnect', true],
  ['interconnect.mend', 'interconnect', false],
  ['workload.start', 'host', false],
  ['workload.stop', 'host', false],
  ['port.half-open', 'port', true],
  ['port.flap', 'port', true],
  ['port.reset', 'port', true],
  ['target.black-hole', 'port', true],
  ['port.duplicate-name', 'port', false],
  ['switch-port.disable', 'cable', true],
  ['switch-port.enable', 'cable', false],
  ['switch-port.npiv-off', 'cable', true],
  ['switch-port.npiv-on', 'cable', false],
  ['switch.power-off', 'fabric', true],
  ['switch.power-on', 'fabric', false],
  ['isl.cut', 'fabric', true],
  ['isl.mend', 'fabric', false],
  ['host-port.fail', 'hostPort', true],
  ['host-port.repair', 'hostPort', false],
  ['host.rscn-lost', 'hostPort', true],
];
