import { stepOrders } from '../model/safeguards.ts';
import type { Safeguards } from '../model/safeguards.ts';
import { seconds } from '../model/time.ts';
import type { Setting } from './settings.ts';

const part = 'safeguards';
const flag = (about: string, source: string): Setting => ({
  part,
  kind: 'flag',
  value: true,
  about,
  source,
});
const choice = (choices: readonly string[], about: string, source: string): Setting => ({
  part,
  kind: 'choice',
  value: choices[0]!,
  choices,
  about,
  source,
});

/** The safeguards of a run, all of them on when a scenario says nothing. */
export const safeguards: Readonly<Record<keyof Safeguards, Setting>> = {
  fencing: flag(
    'A survivor reserves and relabels its partner’s disks before it serves them',
    'claims 1, 12, 18; ONTAP: reservations are placed on disks in a takeover',
  ),
  haltOnConflict: flag(
    'A server that finds its writes refused halts itself',
    'ONTAP: ha.resvConflictHalt',
  ),
  mailbox: flag(
    'A server reads the mailbox on disk before it takes over, and when it starts',
    'ONTAP: mailbox disks',
  ),
  logMirroring: flag(
    'Writes are copied into the partner’s NVRAM before they are answered',
    'ONTAP: NVRAM mirroring',
  ),
  orderOfSteps: choice(
    stepOrders,
    'Order of the steps of takeover and giveback',
    'claims 1, 18, 26, 29',
  ),
  virtualPorts: flag(
    'A port carries several names; without it the survivor’s own name gives way to its partner’s',
    'claims 1, 12; the older design is US 7,260,737',
  ),
  lunMapping: choice(
    ['by name', 'everywhere'],
    'Through which names a LUN is reached: those of its home server, or all',
    'claims 8, 9; the other design is ONTAP cfmode single_image',
  ),
  portFailover: choice(
    ['name alone', 'name and disks'],
    'What moves when a port fails: its name, or also the disks of its server',
    'claims 36, 40',
  ),
  siblingFabric: choice(
    ['same', 'any'],
    'In which fabric a sibling port may lie that is to carry the name of a failed one',
    'claim 36; Compellent: ports of one fault domain; SVC: port n of both nodes in one fabric',
  ),
  secondLogin: choice(
    ['refused', 'accepted', 'ends the first'],
    'What a fabric does with a second login under a name that is logged in',
    'Fabric OS: duplicate port WWN policy, first or second login wins',
  ),
  implicitLogout: flag(
    'A switch ends the logins behind a port whose light stays away',
    'FC-FS: R_T_TOV; FC-LS: implicit logout',
  ),
  notifications: flag(
    'A fabric notifies hosts of names that came or went (RSCN)',
    'FC-LS: RSCN; Cisco: RSCN suppression',
  ),
  loginLimit: {
    part,
    kind: 'number',
    value: 126,
    least: 1,
    most: 255,
    unit: 'logins',
    whole: true,
    about: 'Logins that one switch port carries, its base login included',
    source: 'Fabric OS: 126 logins a port by default, at most 255',
  },
  loginLimitEnforced: flag(
    'A switch port refuses a login beyond its limit',
    'FC-LS: LS_RJT, insufficient resources',
  ),
  logoutQuiesce: {
    part,
    kind: 'time',
    value: 0,
    least: 0,
    most: seconds(60),
    about: 'How long a logout is kept from the name server; must be 0 where names move',
    source: 'NX-OS: FLOGI quiesce time-out',
  },
  quiescing: flag(
    'A slot that is to leave takes no new requests, and waits no longer than `drainLimit`',
    'claim 29; assumption of this model',
  ),
  requestTimeouts: flag(
    'A host aborts a request after `commandTimeout` and sends it again',
    'Linux sd: 30 s; claim 8',
  ),
  automaticTakeover: flag(
    'A silent partner is taken over without a command',
    'ONTAP: cf disable, automatic takeover disabled',
  ),
};
