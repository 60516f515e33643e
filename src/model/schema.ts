import { address, count, flag, name, numbersOf, reference, state, time, word } from './table.ts';
import type { Tables } from './table.ts';

/** Why a server is down. */
export const downCauses = [
  'none',
  'power loss',
  'panic',
  'hang',
  'reset by partner',
  'reservation conflict',
  'maintenance',
  'taken over',
] as const;

/** What made the survivor declare its partner failed (claims 2, 3, 27, 28). */
export const takeoverCauses = [
  'none',
  'no heartbeat',
  'panic',
  'operator',
  'resumed',
  'service processor alert',
  'forced',
  'shelf path lost',
] as const;

/** What a service processor tells the partner of its server (ONTAP hardware-assisted takeover). */
export const alerts = [
  'none',
  'power_loss',
  'l2_watchdog_reset',
  'reset_via_sp',
  'abnormal_reboot',
  'loss_of_heartbeat',
] as const;

/** Alerts that say for certain that the server is off; on the others nobody takes over. */
export const takeoverAlerts: readonly (typeof alerts)[number][] = [
  'power_loss',
  'l2_watchdog_reset',
  'reset_via_sp',
];

/** Why a takeover is not permitted (ONTAP event catalogue, cf.fsm.takeoverOfPartnerDisabled). */
export const inhibitions = [
  'none',
  'interconnect error, partner alive in the mailbox',
  'unsynchronized log',
  'partner is attempting takeover',
  'partner mailbox not readable',
  'disabled by operator',
  'software version mismatch',
  'failed in its last takeover',
  'partner disks not visible',
] as const;

/** Why disks are not given back yet; only the last may be overridden (ONTAP giveback vetoes). */
export const givebackVetoes = [
  'none',
  'a disk has failed',
  'the partner cannot reach its disks',
  'a disk is being rebuilt',
] as const;

/** Who asked for a giveback. */
export const givebackOrders = ['automatic', 'operator', 'forced'] as const;

export const roles = [
  'none',
  'BASE',
  'PRIMARY',
  'PARTNER_SECONDARY',
  'SIBLING_SECONDARY',
  'SPARE',
  // The exported name of a plain port, which carries no virtual ports.
  'PHYSICAL',
] as const;

/** Where a request is. Every leg but `waiting`, `held` and `lost` has a start and an end. */
export const legs = [
  'free',
  'waiting',
  'outbound',
  'serving',
  'returning',
  'held',
  'lost',
] as const;
export const leg = numbersOf(legs);

export const answers = ['none', 'good', 'busy', 'not ready'] as const;
export const answer = numbersOf(answers);

/** What a message in flight is. */
export const frames = [
  'free',
  'heartbeat',
  'panic packet',
  'FLOGI',
  'FDISC',
  'LOGO',
  'RSCN',
  'GID_PN',
  'PLOGI',
  'PRLI',
  'alert',
] as const;

/**
 * The world: everything visible at one instant. Each server also has its own view of who owns a
 * disk and whether its partner lives; nothing lets one server read another's mind.
 */
export const schema = {
  server: {
    partner: reference('server', 'The other server of its pair'),
    interconnect: reference('interconnect', 'The link that carries its heartbeats and log mirror'),
    life: state('server', 'Whether it runs, hangs, boots or waits for its disks'),
    monitor: state('failoverMonitor', 'What it makes of its partner', { source: 'claims 1, 26' }),
    watch: state('partnerWatch', 'Whether heartbeats of the partner arrive', { source: 'claim 2' }),
    pulse: state('pulse', 'Whether it sends heartbeats'),
    lifeSince: time('When it entered its present life state'),
    lifeDue: time('When the present life state ends by itself; 0 when it does not'),
    monitorSince: time('When the failover monitor entered its present state'),
    monitorDue: time('When the present monitor state ends by itself; 0 when it does not'),
    downCause: word(downCauses, 'Why it is down'),
    servedAt: time('When it last began to serve its own disks'),
    takeoverCause: word(takeoverCauses, 'Why it took or is taking its partner over'),
    inhibited: word(inhibitions, 'Why it may not take its partner over'),
    heardAt: time('When it last heard a heartbeat of its partner'),
    misses: count('Heartbeats missed in a row', { source: 'claim 2' }),
    heardLast: count('The last seven heartbeats, one bit each, newest lowest: 1 heard, 0 missed'),
    mirrorInStep: flag('The copy it holds of the partner’s log is complete'),
    logMirrored: flag('Its own writes are copied to the partner’s log before they are answered'),
    stampAt: time('Its latest stamp in the mailbox on disk'),
    intent: flag('The mailbox says that it is taking its partner over'),
    sensesPartnerWaiting: flag('It heard that its partner waits for giveback'),
    takeoverAt: time('When its latest takeover started; 0 if never'),
    replayedAt: time('When it last finished replaying the partner’s log; 0 if never'),
    completedAt: time('When its latest takeover was complete; 0 while none is'),
    takeovers: count('Takeovers it has started'),
    takeoverDisabled: flag('An operator switched takeovers of this pair off'),
    version: count('Upgrades of its software, which must equal its partner’s for a takeover'),
    forced: flag('The mailbox says that its takeover was forced: acknowledged writes may be lost'),
    heldSince: time(
      'Since when the mailbox says that it answers for its partner; 0 when it does not',
    ),
    givingBack: flag('The mailbox says that it has begun to give back'),
    vetoed: word(givebackVetoes, 'Why it did not give back when it was last to'),
    copyDamaged: flag(
      'The copy it holds of its partner’s log is damaged, which nobody has noticed',
    ),
    aliveUntil: time('Its last stamp before it went dark'),
    abandoned: flag(
      'It failed as a taker, and does not take over by itself until its partner is back',
      { source: 'ONTAP: a taker that panics within 60 s leaves takeover mode' },
    ),
    givebackOrder: word(givebackOrders, 'Who asked for the giveback that is being checked'),
    givebacks: count('Automatic givebacks it has begun since givebacksFrom'),
    givebacksFrom: time('When the first of those automatic givebacks began'),
    writesLost: count('Acknowledged writes that its forced takeovers gave up', {
      source: 'exempts S4, and nothing else does',
    }),
  },
  interconnect: {
    a: reference('server', 'One end'),
    b: reference('server', 'The other end'),
    cut: flag('No message passes'),
    degraded: flag('One of its two links is down; the other carries everything'),
    mirrorBroken: flag('It carries heartbeats, but no log records'),
    since: time('When it was cut or mended'),
  },
  port: {
    server: reference('server', 'The server it is built into'),
    number: count('Its number in that server, from 1'),
    fabric: reference('fabric', 'The fabric its cable leads to'),
    cable: reference('cable', 'The cable plugged into it'),
    sibling: reference('port', 'The port of the same server and fabric that can carry its name'),
    pairPort: reference('port', 'The port of the partner server that carries its name in takeover'),
    monitor: state('physicalPort', 'What the driver makes of it', { source: 'claims 36, 39' }),
    since: time('When the port monitor entered its present state'),
    due: time('When the present state ends by itself; 0 when it does not'),
    broken: flag('The port itself is dead'),
    maintenance: flag('It is taken out of service on purpose', { source: 'claim 37' }),
    light: flag('It sees light from the switch'),
    busyUntil: time('When it has moved all bytes accepted so far'),
    capacity: count('What it can move', { unit: 'kB/s' }),
  },
  vport: {
    port: reference('port', 'The physical port it shares', { source: 'claims 1, 12, 20' }),
    slot: count('Its row number on that port: 0 base, 1 P, 2 S1, 3 S2', { source: 'claim 22' }),
    role: word(roles, 'What the slot is for'),
    state: state('virtualPort', 'Whether it stands by, is being written, or is logged in'),
    nodeName: name('The node name written in the row; 0 while it stands by', {
      source: 'claims 4, 5, 23, 24',
    }),
    portName: name('The port name written in the row; 0 while it stands by', {
      source: 'claims 4, 6, 23, 25',
    }),
    home: reference('vport', 'The primary whose names it carries or stands by for; itself if P'),
    enabled: flag('The enable bit of the row’s options', {
      source: 'QLogic 24xx VP options bit 3',
    }),
    address: address('The Fibre Channel address its login was given; 0 while not logged in'),
    since: time('When it entered its present state'),
    due: time('When the present state ends by itself; 0 when it does not'),
    generation: count('How often the row has been enabled'),
    refusals: count('Logins refused in a row'),
    writtenAt: time('When the names were last written into the row'),
  },
  fabric: {
    domain: count('Domain number of its switch'),
    notice: state('fabricNotice', 'Whether changes are being collected for a notification'),
    since: time('When it entered its present state'),
    due: time('When the collected changes are notified; 0 when none wait'),
  },
  switchPort: {
    fabric: reference('fabric', 'The fabric it belongs to'),
    number: count('Its number on the switch, the area byte of addresses behind it'),
    cable: reference('cable', 'The cable plugged into it'),
    state: state('switchPort', 'Whether it sees light, and what it does when it does not'),
    since: time('When it entered its present state'),
  },
  cable: {
    port: reference('port', 'The server port at its lower end; 0 for a host’s cable'),
    hostPort: reference('hostPort', 'The host port at its upper end; 0 for a server’s cable'),
    switchPort: reference('switchPort', 'The switch port at the other end'),
    cut: flag('No light passes'),
    since: time('When it was cut or mended'),
  },
  login: {
    fabric: reference('fabric', 'The fabric that granted it; 0 in a free row'),
    switchPort: reference('switchPort', 'Behind which switch port it is'),
    address: address('The address granted'),
    portName: name('The port name that logged in'),
    nodeName: name('The node name that logged in'),
    vport: reference('vport', 'The virtual port that logged in; 0 for a host port'),
    at: time('When it was granted'),
  },
  nameEntry: {
    fabric: reference('fabric', 'The name server it stands in; 0 in a free row'),
    portName: name('The registered port name'),
    nodeName: name('The registered node name'),
    address: address('The address the name lives at'),
    at: time('When it was registered'),
  },
  zone: {
    fabric: reference('fabric', 'The fabric it is configured in'),
    initiator: name('The host port’s name'),
    target: name('The name this host port may see'),
    changed: flag('The target logged in or out since this host port was last notified'),
  },
  host: {
    running: flag('Its workload runs'),
    starts: count('How often its workload has been started by a person'),
    multipath: flag('It spreads requests over paths and survives the loss of some'),
  },
  hostPort: {
    host: reference('host', 'The host it is built into'),
    number: count('Its number in that host, from 1'),
    fabric: reference('fabric', 'The fabric its cable leads to'),
    cable: reference('cable', 'The cable plugged into it'),
    state: state('hostPort', 'Whether it is logged in'),
    portName: name('Its port name'),
    nodeName: name('Its node name'),
    address: address('Its address; 0 while not logged in'),
    light: flag('It sees light from the switch'),
    since: time('When it entered its present state'),
  },
  path: {
    host: reference('host', 'The host'),
    hostPort: reference('hostPort', 'The port it leaves the host by'),
    home: reference('vport', 'The primary virtual port whose name it leads to'),
    portName: name('The name it leads to: what the host asks for'),
    state: state('hostPath', 'Whether requests may take it'),
    address: address('The address the host is bound to now; 0 when none'),
    boundAt: time('When the host last logged in there'),
    since: time('When it entered its present state'),
    due: time('When the present state ends by itself; 0 when it does not'),
    failures: count('How often the multipath layer has given it up'),
    outstanding: count('Requests on it, waiting or travelling'),
  },
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
  request: {
    leg: word(legs, 'Where it is'),
    lun: reference('lun', 'The LUN it is for'),
    path: reference('path', 'The path it waits at or travels on'),
    vport: reference('vport', 'The virtual port that took it in; 0 before that'),
    write: flag('It writes'),
    block: reference('block', 'The block it reads or writes'),
    version: count('The version it writes, or the version it read'),
    floor: count('For a read: the version acknowledged when it was submitted', {
      source: 'invariant S4',
    }),
    size: count('How much it moves', { unit: 'kB' }),
    answer: word(answers, 'What it brings back'),
    tries: count('How often it has been sent'),
    submittedAt: time('When the application submitted it'),
    legAt: time('When the present leg began'),
    legDue: time('When the present leg ends; 0 when it does not end by itself'),
  },
  message: {
    frame: word(frames, 'What it is; free in an unused row'),
    from: count('Row of the sender: server, virtual port, host port, path or fabric, by its kind'),
    to: count('Row of the addressee, by its kind'),
    sentAt: time('When it was sent'),
    dueAt: time('When it arrives'),
  },
  property: {
    broken: count('How often it has been found broken'),
    firstAt: time('When it was first found broken'),
    witness: count('The row that witnessed it first'),
  },
} as const;

export type WorldSchema = typeof schema;
export type TableName = keyof WorldSchema;
export type WorldTables = Tables<WorldSchema>;
/** Rows of each table, row 0 not counted. Fixed when a scenario is parsed. */
export type Rows = { readonly [T in TableName]: number };
