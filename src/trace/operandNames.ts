import type { Operand } from '../model/fact.ts';
import type { KindName } from '../model/kinds.ts';

/**
 * What an operand is called in a published trace when its kind says nothing else: a thing by its
 * table, a second server as the partner of the first, a length of time as the time of travel.
 * These names are part of trace format 1: a changed one is a new version.
 */
export function usualName(operand: Operand, earlier: readonly string[]): string {
  if (operand.kind === 'reference') {
    const name = operand.of === 'nameEntry' ? 'entry' : operand.of!;
    return name === 'server' && earlier.includes('server') ? 'partner' : name;
  }
  if (operand.kind === 'name') return 'portName';
  if (operand.kind === 'flag') return 'accepted';
  if (operand.kind === 'count') return operand.unit === 'µs' ? 'travels' : 'value';
  return operand.kind;
}

/** Operands that are called something else; `null` keeps the usual name. */
export const namedOperands: Readonly<Partial<Record<KindName, readonly (string | null)[]>>> = {
  'program.loaded': ['checksum'],
  'heartbeat.missed': [null, null, 'missed'],
  'log.flushed': [null, 'home'],
  'log.replay-started': [null, 'home'],
  'log.replayed': [null, 'home'],
  'luns.online': [null, 'home'],
  'partner.declared-failed': [null, null, 'cause'],
  'takeover.inhibited': [null, null, 'reason'],
  'server.upgraded': [null, 'version'],
  'alert.sent': [null, null, null, 'says'],
  'alert.heard': [null, null, 'says'],
  'alert.ignored': [null, null, 'says'],
  'takeover.forced': [null, null, 'reason', 'atRisk'],
  'takeover.force-refused': [null, null, 'reason'],
  'giveback.vetoed': [null, null, 'veto'],
  'giveback.suspended': [null, null, 'count'],
  'giveback.partial': [null, null, 'home', 'held'],
  'writes.lost': [null, 'home', 'count'],
  'log.replay-failed': [null, 'home'],
  'port.partner-asked': [null, 'pairPort', 'carry'],
  'port.moved': [null, 'sibling'],
  'port.name-unreachable': [null, 'sibling'],
  'port.blinked': [null, 'dark'],
  'port.echo-lost': [null, 'inARow'],
  'port.read-lost': [null, 'inARow'],
  'port.loop-initialized': [null, 'pause'],
  'port.partner-echo-lost': [null, 'prober', 'inARow'],
  'port.held-down': [null, 'failures'],
  'fabric.limit-reached': [null, null, 'limit'],
  'takeover.incomplete': [null, null, 'missing'],
  'vport.duplicate-refused': [null, 'carrier'],
  'vport.pair-refused': [null, 'primary'],
  'vport.initialized': [null, 'primary'],
  'vport.names-written': [null, 'nodeName', 'portName'],
  'disk.owner-changed': [null, 'from', 'to'],
  'disk.owner-learned': [null, null, 'owner'],
  'io.arrived': [null, null, 'service'],
  'io.forwarded': [null, null, 'service'],
  'io.served': [null, null, 'version', null],
  'io.refused': [null, null, 'answer', null],
  'io.acknowledged': [null, null, 'size', 'latency'],
};
