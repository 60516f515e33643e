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
  ['server.pause', 'server', true],
  ['server.resume', 'server', false],
  ['server.slow', 'server', true],
  ['server.relieve', 'server', false],
  ['takeover.forced', 'server', true],
  ['takeover.disable', 'server', false],
  ['takeover.enable', 'server', false],
  ['server.upgrade', 'server', true],
  ['interconnect.degrade', 'interconnect', true],
  ['mirror.break', 'interconnect', true],
  ['mailbox.fail', 'shelf', true],
  ['shelf.mend', 'shelf', false],
  ['shelf.cut-home', 'shelf', true],
  ['shelf.cut-partner', 'shelf', true],
  ['disk.fail', 'disk', true],
  ['disk.replace', 'disk', false],
  ['nvram.damage', 'server', true],
  ['giveback.forced', 'server', false],
];
