import { count, flag, reference, state, time } from '../table.ts';

/** What is stored, and where. */
export const diskTables = {
  lun: {
    number: count('Its number on screen'),
    home: reference('server', 'The server whose identity exports it'),
    host: reference('host', 'The host that uses it'),
    firstBlock: reference('block', 'The first of its blocks'),
    blocks: count('How many blocks it has'),
    firstDisk: reference('disk', 'The first of its disks'),
    disks: count('How many disks it lies on'),
    turn: count('Which path was used last'),
    acknowledgedAt: time('When a request to it was last answered'),
    acknowledged: count('Requests answered'),
    failed: count('Requests failed to the application'),
  },
  block: {
    lun: reference('lun', 'The LUN it belongs to'),
    issued: count('The newest version a host has submitted'),
    writer: reference('request', 'The write to it that is under way; an application waits for it'),
    acknowledged: count('The newest version a host was told is safe'),
    onDisk: count('The version on disk'),
    homeLog: count('The version in the NVRAM of its home server; 0 when not logged there'),
    partnerLog: count('The version in the NVRAM of the partner; 0 when not logged there'),
  },
  shelf: {
    home: reference('server', 'The server whose disks it holds'),
    mailboxUnreadable: flag('The mailbox on its disks cannot be read'),
    homeCut: flag('Its home server cannot reach it'),
    partnerCut: flag('The partner of its home server cannot reach it'),
  },
  disk: {
    shelf: reference('shelf', 'The shelf it sits in'),
    lun: reference('lun', 'The LUN that lies on it'),
    home: reference('server', 'Its home owner'),
    owner: reference('server', 'Its current owner, as its label says', {
      source: 'claims 1, 12, 18',
    }),
    reservation: reference('server', 'The server that holds a SCSI reservation on it; 0 none'),
    state: state('disk', 'Whether it is settled, being reserved, held or released'),
    homeView: reference('server', 'Who owns it, as the home server believes'),
    partnerView: reference('server', 'Who owns it, as the partner of the home server believes'),
    taker: reference('server', 'The server that is reserving or has reserved it'),
    since: time('When it entered its present state'),
    due: time('When the present state ends by itself; 0 when it does not'),
    fencedAt: time('When it was last reserved by a taker'),
    health: state('diskHealth', 'Whether it answers'),
  },
} as const;
