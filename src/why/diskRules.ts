import type { Rules } from './rule.ts';
import { lastOf } from './told.ts';

const fencing = 'ONTAP: reservations are placed on disks in a takeover';

/** Disks: reservations, owners, failures. */
export const diskRules: Rules = {
  'disk.reserved': {
    says: 'A reservation fences the old owner off: from now on its writes are refused',
    sources: ['claims 1, 12, 18', fencing],
    settings: ['fence', 'fencing'],
  },
  'disk.owner-changed': {
    says: 'A disk is relabelled when it is reserved, one after the other within the fence time',
    sources: ['claims 1, 12, 18', fencing],
    settings: ['fence'],
  },
  'disk.released': {
    says: 'Disks are released after the log is flushed, and only then does their own server serve them',
    sources: ['claim 29', 'ONTAP: cf.fsm.releasingReservations'],
    settings: ['releaseDisks'],
  },
  'reservation.conflict': {
    says: 'Only the holder of a reservation may write',
    sources: ['claims 1, 12, 18', 'ONTAP: ha.resvConflictHalt'],
    settings: ['fencing'],
    from: (told, { a, b, seq }) =>
      lastOf(told, ['disk.reserved'], seq, (fact) => fact.a === a && fact.b !== b),
  },
  'disk.reserve-failed': {
    says: 'A disk that is dead or out of reach cannot be reserved',
    sources: ['ONTAP: cf.disk.reserveFailed'],
    also: (told, { a, b, seq }) =>
      Math.max(
        lastOf(told, ['disk.failed'], seq, (fact) => fact.a === a),
        lastOf(
          told,
          ['shelf.cut-off'],
          seq,
          (fact) => fact.a === told.world.disk.shelf[a] && fact.b === b,
        ),
      ),
  },
  'disk.skipped': {
    says: 'A LUN can be read while at most one of its disks is missing (RAID as a count)',
    sources: ['assumption of this model'],
  },
  'disk.rebuilt': {
    says: 'A new disk is filled from the others of its LUN',
    settings: ['rebuildDisk'],
  },
};
