import type { Settings } from '../model/plan.ts';
import { ms, seconds } from '../model/time.ts';
import { choice, flag, mayBeOff, number, ours, time } from './setting.ts';
import type { Setting } from './setting.ts';

type FabricSetting =
  | 'takeoverWithoutPort'
  | 'flapsAllowed'
  | 'flapWindow'
  | 'holdDown'
  | 'flapPeriod'
  | 'portProbe'
  | 'portProbeBy'
  | 'probesAllowed'
  | 'dataPathCheck'
  | 'adapterReset'
  | 'portTopology'
  | 'loopInitialization'
  | 'switchBoot'
  | 'duplicateNames'
  | 'partnerPorts'
  | 'zoning'
  | 'binding'
  | 'nameQuery'
  | 'pathChecker'
  | 'rediscovery';

/** Policies of ports, switches and hosts that differ from product to product. */
export const fabricSettings = {
  takeoverWithoutPort: flag(
    true,
    'A server left without any usable port is taken over by a partner that has one',
    'ONTAP 7: takeover on network interface failure',
  ),
  flapsAllowed: number(
    'policies',
    2,
    [1, 100],
    'failures',
    'Failures within the flap window from which a port counts as flapping',
    'Brocade port fencing, link resets; the number is ours',
  ),
  flapWindow: time(
    seconds(60),
    seconds(3600),
    'Failures at most this far apart count together',
    ours,
    seconds(1),
  ),
  holdDown: time(
    seconds(30),
    seconds(3600),
    'How long a flapping port must stay well before a name is trusted to it again',
    ours,
    ms(100),
  ),
  flapPeriod: time(
    seconds(2),
    seconds(60),
    'One dark and one lit spell of a flapping port',
    ours,
    ms(20),
  ),
  portProbe: mayBeOff(
    time(seconds(1), seconds(60), 'Between two health checks of a port (ECHO)', ours, ms(100)),
  ),
  portProbeBy: choice(
    'driver',
    ['driver', 'partner'],
    'Who checks the health of a port: its own driver, or the partner’s port by an ECHO over the fabric',
    'claim 38 as we read it; US 9,830,239 probes a port over the fabric',
  ),
  probesAllowed: number(
    'policies',
    3,
    [1, 100],
    'checks',
    'Health checks unanswered in a row until a port is switched off',
    ours,
  ),
  dataPathCheck: flag(
    true,
    'The health check of a port also reads a block through its target',
    ours,
  ),
  adapterReset: time(
    seconds(2),
    seconds(60),
    'From a crash of an adapter’s firmware to its next light',
    ours,
    ms(10),
  ),
  portTopology: choice(
    'point-to-point',
    ['point-to-point', 'loop'],
    'How a port carries several names: by NPIV, or as several addresses on a public loop',
    'NetApp cfmode mixed: several names on one port require the port to operate in loop mode',
  ),
  loopInitialization: time(
    seconds(2),
    seconds(10),
    'How long all names of a port stand still when a name joins its loop (LIP)',
    ours,
    ms(10),
  ),
  switchBoot: time(
    seconds(60),
    seconds(600),
    'From power to lit ports of a switch',
    ours,
    seconds(1),
  ),
  duplicateNames: choice(
    'first-wins',
    ['first-wins', 'second-wins', 'mixed', 'cisco-same-switch', 'cisco-other-switch'],
    'What a switch does with a second login under the same port name',
    'Brocade: duplicate port WWN policies 0, 1 and 2; Cisco: same switch, and reject-duplicate-pwwn across switches',
  ),
  partnerPorts: choice(
    'straight',
    ['straight', 'crossed'],
    'Which port of the partner stands by for a port: that in the same place, or by mistake the last for the first',
    '3PAR Persistent Ports: both ports of a pair must be in one fabric',
  ),
  zoning: choice(
    'name',
    ['name', 'port'],
    'What zones list: port names, or the switch ports that the names were behind at first',
    'SVC: NPIV zoning considerations; all vendors ask for names',
  ),
  binding: choice(
    'name',
    ['name', 'address'],
    'What a host binds a target to: its port name, or its first address',
    'Linux FC transport binds by name; HP-UX and AIX without dynamic tracking by address',
  ),
  nameQuery: choice(
    'GID_PN',
    ['GID_PN', 'GPN_ID'],
    'What a host asks after a notification: where the name is, or whose its old address is',
    'Linux: zfcp asks GID_PN, libfc GPN_ID and then ADISC',
  ),
  pathChecker: choice(
    'tur',
    ['tur', 'directio'],
    'How the path checker looks at a path that came back: TEST UNIT READY, or a read',
    'multipath-tools: path_checker',
  ),
  rediscovery: time(
    seconds(60),
    seconds(3600),
    'From a missed notification to the host’s own look at the fabric',
    ours,
    seconds(1),
  ),
} satisfies Pick<Readonly<Record<keyof Settings, Setting>>, FabricSetting>;
