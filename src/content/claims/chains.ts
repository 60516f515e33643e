import { takeoverCauses } from '../../model/wordLists.ts';
import type { Moment } from '../../model/moment.ts';

type Chain = readonly Moment[];

const cause = (is: (typeof takeoverCauses)[number]): number => takeoverCauses.indexOf(is);

/** B stops hearing A, waits for the limit, and declares it failed (claim 2). */
export const silence: Chain = [
  ['heartbeat.missed', 'B', 'A', 1],
  ['partner.suspected', 'B', 'A'],
  ['partner.declared-failed', 'B', 'A', cause('no heartbeat')],
  ['takeover.started', 'B', 'A'],
];

/** An operator orders the takeover and A ends its work in order first (claims 3, 27). */
export const ordered: Chain = [
  ['takeover.ordered', 'B', 'A'],
  ['vport.drained', 'A.p0.P'],
  ['log.flushed', 'A', 'A'],
  ['fabric.logged-out', 'A.p0.P'],
  ['server.shut-down', 'A'],
  ['partner.declared-failed', 'B', 'A', cause('operator')],
  ['takeover.started', 'B', 'A'],
];

/** The taker’s disks: intent, reservation, owner, replay, and only then is a slot enabled. */
export const disks = (taker: string, failed: string, slot: string): Chain => [
  ['mailbox.intent-written', taker, failed],
  ['takeover.started', taker, failed],
  ['disk.reserved', `${failed}.d0`, taker],
  ['disk.owner-changed', `${failed}.d0`, failed, taker],
  ['log.replay-started', taker, failed],
  ['log.replayed', taker, failed],
  ['luns.online', taker, failed],
  ['vport.enabled', slot],
];

/** A slot is made ready, written, enabled, logs in, and hosts find the name at its new place. */
export const slot = (slot: string): Chain => [
  ['vport.initialized', slot],
  ['vport.names-written', slot],
  ['vport.enabled', slot],
  ['fabric.fdisc-sent', slot],
  ['fabric.login-accepted', slot],
  ['name-server.registered'],
  ['rscn.sent'],
  ['rscn.received'],
  ['name-server.queried'],
  ['path.plogi-answered'],
  ['path.prli-answered'],
  ['path.online'],
];

/** A request reaches a slot, a server serves it, and the host has its answer. */
export const served = (slot: string, server: string): Chain => [
  ['fabric.login-accepted', slot],
  ['io.arrived', null, slot],
  ['io.served', null, server],
  ['io.acknowledged'],
];

/** Names leave first, then disks change back, then names log in at home (claim 29). */
export const giveback: Chain = [
  ['server.waits-for-giveback', 'A'],
  ['giveback.started', 'B', 'A'],
  ['vport.quiesced', 'B.p0.S1'],
  ['vport.drained', 'B.p0.S1'],
  ['fabric.logged-out', 'B.p0.S1'],
  ['vport.disabled', 'B.p0.S1'],
  ['log.flushed', 'B', 'A'],
  ['disk.released', 'A.d0', 'B'],
  ['disk.owner-changed', 'A.d0', 'B', 'A'],
  ['luns.online', 'A', 'A'],
  ['vport.enabled', 'A.p0.P'],
  ['fabric.login-accepted', 'A.p0.P'],
  ['giveback.completed', 'B', 'A'],
];

/** A port fails, its slot is switched off, and the sibling’s slot takes the name (claim 36). */
export const portMove: Chain = [
  ['port.failure-detected', 'A.p0'],
  ['vport.disabled', 'A.p0.P'],
  ['vport.initialized', 'A.p1.S2'],
  ['vport.names-written', 'A.p1.S2'],
  ['vport.enabled', 'A.p1.S2'],
  ['fabric.login-accepted', 'A.p1.S2'],
  ['port.moved', 'A.p0', 'A.p1'],
];
