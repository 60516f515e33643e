import { expect, test } from 'vitest';
import { fromGallery } from '../../src/content/gallery.ts';
import { modes } from '../../src/content/modes.ts';
import { planOf } from '../../src/content/plan.ts';
import { parse } from '../../src/content/scenario.ts';
import { kindNames } from '../../src/model/kinds.ts';
import { properties } from '../../src/properties/index.ts';
import { Run } from '../../src/kernel/run.ts';
import { Reporter } from '../../src/report/report.ts';
import { story } from '../story.ts';

for (const { id } of modes) {
  test(`${id} shows what it expects, and no invariant breaks`, () => {
    const scenario = fromGallery(id)!;
    const plan = planOf(scenario);
    const run = new Run(plan, scenario.script);
    const reporter = new Reporter(plan, scenario.expect);
    while (!run.extend(scenario.until, 10_000)) reporter.take(run.news().words);
    const last = run.news();
    reporter.take(last.words);
    expect(last.refused).toEqual([]);
    const { expectations } = reporter.report(scenario.until, '0'.repeat(64), []);
    expect(expectations.length).toBeGreaterThan(4);
    expect(expectations.filter(({ holds }) => !holds)).toEqual([]);
  });
}

const single = 'mode-multipathing-only';

test('multipathing only: no name moves, both paths to the dead server fail, and its LUN waits for its disks', () => {
  const s = story(single).until(10).do('server.power-loss', 'A').until(35);
  const home = s.all('path.failed');
  expect(home.map(({ a }) => s.id('vport', s.sim.world.path.home[a]!))).toEqual([
    'A.p0.P',
    'A.p1.P',
  ]);
  s.order(
    ['path.blocked'],
    ['path.failed'],
    ['takeover.started', 'B', 'A'],
    ['log.replayed', 'B', 'A'],
    ['luns.online', 'B', 'A'],
    ['io.acknowledged', undefined, 'lun0'],
  );
  expect(s.never('vport.enabled')).toBe(true);
  expect(s.never('fabric.login-accepted')).toBe(true);
  // Detection, fence and replay: nothing has to log in, and no host to look for it.
  const online = s.first('luns.online', ['B', 'A']).at;
  const answered = s.all('io.acknowledged', undefined, 'lun0').find(({ at }) => at > online)!.at;
  expect(answered - online).toBeLessThan(20_000);
  expect(s.pause('lun0', 10)).toBeGreaterThan(15);
  expect(s.pause('lun1', 10)).toBeLessThan(0.1);
  expect(s.broken).toEqual([]);
});

test('multipathing only: requests that a dead server was handed wait at the other and are served there', () => {
  const s = story(single).until(10).do('server.power-loss', 'A').until(40);
  const handedOn = s.all('io.forwarded');
  expect(handedOn.length).toBeGreaterThan(0);
  const online = s.first('luns.online', ['B', 'A']);
  const kept = handedOn.filter(({ seq }) => seq < online.seq);
  for (const { a } of kept) expect(() => s.first('io.arrived', [a], online.seq)).not.toThrow();
  expect(s.broken).toEqual([]);
});

test('multipathing only: while a server is well its partner’s ports carry none of its requests', () => {
  const s = story(single).until(20);
  expect(s.all('io.arrived').length).toBeGreaterThan(1000);
  expect(s.never('io.forwarded')).toBe(true);
});

test('multipathing only: with its own ports dark a LUN is served through its partner’s, by its own server', () => {
  const s = story(single).until(10).do('port.fail', 'A.p0').do('port.fail', 'A.p1').until(30);
  s.order(
    ['port.name-stays', 'A.p0'],
    ['path.failed'],
    ['io.forwarded'],
    ['io.served', undefined, 'A'],
  );
  expect(s.never('takeover.started')).toBe(true);
  // The remote port is given up after fast_io_fail, and nobody had to take anything over.
  expect(s.pause('lun0', 10)).toBeGreaterThan(5);
  expect(s.pause('lun0', 10)).toBeLessThan(7);
  expect(s.broken).toEqual([]);

  // Now the interconnect is its only way.
  s.do('interconnect.cut', 'interconnect.A-B').until(45);
  const cut = s.first('interconnect.cut').seq;
  s.first('io.refused', [], cut);
  s.do('interconnect.mend', 'interconnect.A-B').until(60);
  expect(s.pause('lun0', 30.5)).toBeGreaterThan(14);
  expect(s.pause('lun0', 30.5)).toBeLessThan(16);
  expect(s.broken).toEqual([]);
});

const standby = 'mode-standby-port';

test('standby port: half of the ports are logged in nowhere until they take the partner’s names, each for itself', () => {
  const s = story(standby).until(10);
  const { login, vport } = s.sim.world;
  const idle = ['A.p2.S1', 'A.p3.S1', 'B.p2.S1', 'B.p3.S1'].map((id) => s.row(id));
  expect(idle.some((slot) => login.vport.includes(slot))).toBe(false);
  s.do('server.power-loss', 'A').until(40);
  s.order(
    ['takeover.started', 'B', 'A'],
    ['log.replayed', 'B', 'A'],
    ['vport.names-written', 'B.p2.S1'],
    ['vport.enabled', 'B.p2.S1'],
    ['fabric.flogi-sent', 'B.p2.S1'],
    ['name-server.registered'],
    ['path.online'],
  );
  expect(vport.nodeName[s.row('B.p2.S1')]).not.toBe(vport.nodeName[s.row('B.p0.P')]);
  expect(vport.portName[s.row('B.p2.S1')]).toBe(s.sim.world.path.portName[1]);
  expect(s.never('io.arrived', undefined, 'B.p2.S1')).toBe(false);
  expect(s.pause('lun1', 10)).toBeLessThan(0.1);
  expect(s.broken).toEqual([]);
});

test('standby port: a switch without NPIV refuses nothing, since no port has two names', () => {
  const s = story(standby).until(9);
  for (const port of ['B.p2', 'B.p3']) s.do('switch-port.npiv-off', `${port}.cable`);
  s.until(10).do('server.power-loss', 'A').until(40);
  expect(s.never('fabric.npiv-refused')).toBe(true);
  s.first('takeover.completed', ['B', 'A']);
});

test('standby port: where it is dark at the takeover its name is missing, and the other fabric serves', () => {
  const s = story(standby).until(9).do('port.fail', 'B.p2').until(10);
  s.do('server.power-loss', 'A').until(45);
  expect(s.first('takeover.incomplete', ['B', 'A']).c).toBe(1);
  expect(s.never('takeover.completed')).toBe(true);
  expect(s.pause('lun0', 10)).toBeLessThan(26);
  expect(s.broken).toEqual([]);
});

test('standby port: S7 sees a second name on a port that only stood by', () => {
  const s = story(standby).until(10);
  const { vport } = s.sim.world;
  const s7 = properties.find(({ id }) => id === 'S7')!;
  const slot = s.row('B.p2.S1');
  vport.enabled[slot] = 1;
  expect(s7.on!['vport.enabled']!(s.sim.world, slot, 0, 0, 0)).toBeNull();
  vport.portName[s.row('B.p2.P')] = 1;
  expect(s7.on!['vport.enabled']!(s.sim.world, slot, 0, 0, 0)).toEqual([slot]);
});

test('standby port and partner port: the second half of the ports must lead where the first does', () => {
  for (const failoverMode of ['standby-port', 'partner-port']) {
    const file = (portFabrics: number[]) => ({
      version: 1,
      id: 'mine',
      title: 'Mine',
      topology: { portFabrics, hostPortFabrics: [1, 2] },
      policies: { failoverMode },
    });
    for (const portFabrics of [[1], [1, 2], [1, 2, 2, 1], [1, 2, 1]]) {
      const parsed = parse(file(portFabrics));
      expect(parsed.ok ? [] : parsed.problems.map(({ where }) => where)).toEqual([
        '/topology/portFabrics',
      ]);
    }
    expect(parse(file([1, 2, 1, 2])).ok).toBe(true);
  }
});

const partner = 'mode-partner-port';

/** The ports, by id, through which requests for a LUN were taken in. */
const gates = (s: ReturnType<typeof story>, lun: string): string[] => {
  const ports = new Set<string>();
  const lunOf = new Map<number, number>();
  for (const { kind, a, b, c } of s.facts) {
    const name = kindNames[kind];
    if (name === 'io.submitted') lunOf.set(a, s.sim.world.block.lun[c]!);
    if ((name === 'io.arrived' || name === 'io.forwarded') && lunOf.get(a) === s.row(lun))
      ports.add(s.id('port', s.sim.world.vport.port[b]!));
  }
  return [...ports].sort();
};

test('partner port: a LUN is reached through the ports of its server and the partner ports of the other', () => {
  const s = story(partner).until(10).do('server.power-loss', 'A').until(45);
  expect(gates(s, 'lun0')).toEqual(['A.p0', 'A.p1', 'B.p2', 'B.p3']);
  expect(gates(s, 'lun1')).toEqual(['B.p0', 'B.p1']);
  expect(s.never('vport.enabled')).toBe(true);
  s.order(
    ['path.failed'],
    ['io.forwarded'],
    ['takeover.started', 'B', 'A'],
    ['luns.online', 'B', 'A'],
    ['io.served', undefined, 'B'],
  );
  expect(s.all('path.failed').length).toBe(4);
  expect(s.pause('lun0', 10)).toBeGreaterThan(15);
  expect(s.pause('lun1', 10)).toBeLessThan(0.1);
  expect(s.broken).toEqual([]);
});

test('partner port: when only a server’s own ports are dark its partner hands requests on to it', () => {
  const s = story(partner).until(10).do('port.fail', 'A.p0').do('port.fail', 'A.p1').until(40);
  s.order(['path.failed'], ['io.forwarded'], ['io.served', undefined, 'A']);
  expect(s.never('disk.owner-changed')).toBe(true);
  expect(s.pause('lun0', 10)).toBeLessThan(7);
  expect(s.broken).toEqual([]);
});

/** What a dead server means in each design: names that log in elsewhere, and paths given up meanwhile. */
const afterServer = [
  { id: 'mode-identity-takeover', moved: 2, failed: 2, least: 19, most: 25 },
  { id: standby, moved: 2, failed: 2, least: 19, most: 25 },
  { id: partner, moved: 0, failed: 4, least: 15, most: 20 },
  { id: single, moved: 0, failed: 2, least: 15, most: 20 },
];

for (const { id, moved, failed, least, most } of afterServer) {
  test(`${id}: ${moved} names move, ${failed} paths fail, and the pause is ${least} to ${most} s`, () => {
    const s = story(id).until(9.995).do('server.power-loss', 'A').until(39);
    expect(s.all('fabric.login-accepted').length).toBe(moved);
    expect(s.all('path.failed').length).toBe(failed);
    expect(s.pause('lun0', 10)).toBeGreaterThan(least);
    expect(s.pause('lun0', 10)).toBeLessThan(most);
    expect(s.pause('lun1', 10)).toBeLessThan(0.1);
    expect(s.broken).toEqual([]);
  });
}

test('node only: a failed port’s name is nowhere, its path fails and the other one carries on', () => {
  const s = story('mode-node-only').until(10).do('port.fail', 'A.p0').until(30);
  s.order(
    ['port.failure-detected', 'A.p0'],
    ['port.name-stays', 'A.p0'],
    ['path.blocked'],
    ['path.failed'],
  );
  expect(s.never('vport.enabled')).toBe(true);
  expect(s.all('path.failed').length).toBe(1);
  expect(s.pause('lun0', 10)).toBeLessThan(1);
  s.do('server.power-loss', 'B').until(60);
  s.first('vport.enabled', ['A.p1.S1']);
  expect(s.broken).toEqual([]);
});

const pair = 'mode-partner-pair';

test('partner pair: the name lodges beside the partner’s own, requests go back to its server, no disk moves', () => {
  const s = story(pair).until(10).do('port.fail', 'A.p0').until(30);
  s.order(
    ['port.failure-detected', 'A.p0'],
    ['vport.disabled', 'A.p0.P'],
    ['port.partner-asked', 'A.p0', 'B.p0', 1],
    ['vport.names-written', 'B.p0.S1'],
    ['fabric.login-accepted', 'B.p0.S1'],
    ['port.moved', 'A.p0', 'B.p0'],
    ['path.online'],
    ['io.forwarded', undefined, 'B.p0.S1'],
    ['io.served', undefined, 'A'],
  );
  expect(s.never('path.failed')).toBe(true);
  expect(s.never('disk.owner-changed')).toBe(true);
  expect(s.never('takeover.started')).toBe(true);
  expect(s.pause('lun0', 10)).toBeLessThan(1);
  s.do('port.repair', 'A.p0').until(45);
  s.order(
    ['port.recovered', 'A.p0'],
    ['port.partner-asked', 'A.p0', 'B.p0', 0],
    ['vport.quiesced', 'B.p0.S1'],
    ['fabric.logged-out', 'B.p0.S1'],
    ['vport.enabled', 'A.p0.P'],
    ['port.returned', 'A.p0'],
  );
  expect(s.broken).toEqual([]);
});

test('partner pair: when the server dies whose name lodges, the name stays where it is', () => {
  const s = story(pair).until(10).do('port.fail', 'A.p0').until(20);
  s.do('server.power-loss', 'A').until(60);
  expect(s.all('fabric.login-accepted', 'B.p0.S1').length).toBe(1);
  s.order(['takeover.started', 'B'], ['luns.online', 'B', 'A'], ['takeover.completed', 'B']);
  const taken = s.first('luns.online', ['B', 'A']).seq;
  s.first('io.arrived', [undefined, 'B.p0.S1'], taken);
  s.do('server.repair', 'A')
    .until(80)
    .do('port.repair', 'A.p0')
    .do('giveback.start', 'A')
    .until(110);
  s.first('vport.online', ['A.p0.P'], s.first('giveback.started').seq);
  expect(s.broken).toEqual([]);
});

test('partner pair: a partner that can no longer hand requests on lets go of the name', () => {
  const s = story(pair).until(10).do('port.fail', 'A.p0').until(20);
  s.do('interconnect.cut', 'interconnect.A-B').until(35);
  s.order(
    ['interconnect.cut'],
    ['vport.disabled', 'B.p0.S1'],
    ['port.no-sibling', 'A.p0'],
    ['path.failed'],
  );
  // The other path carries on.
  expect(s.pause('lun0', 20)).toBeLessThan(1);
  s.do('port.repair', 'A.p0').until(50);
  s.first('vport.online', ['A.p0.P'], s.first('port.repaired').seq);
  expect(s.broken).toEqual([]);
});

test('partner pair: when the partner dies that carries the name, it is nowhere and the other path carries on', () => {
  const s = story(pair).until(10).do('port.fail', 'A.p0').until(20);
  s.do('server.power-loss', 'B').until(60);
  s.order(
    ['server.power-lost', 'B'],
    ['fabric.implicit-logout'],
    // Its own dark port cannot carry the name of B’s.
    ['takeover.incomplete', 'A', 'B', 1],
    ['port.no-sibling', 'A.p0'],
  );
  expect(s.pause('lun0', 20)).toBeLessThan(6);
  expect(s.broken).toEqual([]);
});

test('partner pair: a server that restarts while its name lodges asks for it back', () => {
  const s = story(pair, { automaticTakeover: false }).until(10).do('port.fail', 'A.p0').until(20);
  s.do('port.repair', 'A.p0')
    .until(20.5)
    .do('server.panic', 'A')
    .until(21)
    .do('server.repair', 'A');
  s.until(60);
  const boot = s.first('server.boot-started').seq;
  s.order(
    ['server.boot-started'],
    ['port.partner-asked', 'A.p0', 'B.p0', 0],
    ['port.returned', 'A.p0'],
  );
  expect(s.first('vport.enabled', ['A.p0.P'], boot).seq).toBeGreaterThan(
    s.first('vport.disabled', ['B.p0.S1'], boot).seq,
  );
  s.first('server.up', ['A'], boot);
  expect(s.broken).toEqual([]);
});

test('partner pair: where the partner’s port is dark or grants no second name, nobody carries it', () => {
  for (const [command, thing] of [
    ['port.fail', 'B.p0'],
    ['switch-port.npiv-off', 'B.p0.cable'],
    ['interconnect.cut', 'interconnect.A-B'],
    ['server.pause', 'B'],
  ] as const) {
    const s = story(pair, { elsTimeout: 1_000_000 }).until(5).do(command, thing).until(8);
    s.do('port.fail', 'A.p0').until(20);
    expect(s.never('port.moved', 'A.p0')).toBe(true);
    s.first('port.no-sibling', ['A.p0']);
    expect(s.broken).toEqual([]);
  }
});

test('sibling then partner: the partner is asked only where no sibling can carry the name', () => {
  const s = story('mode-sibling-then-partner').until(10).do('port.fail', 'A.p0').until(20);
  s.first('port.moved', ['A.p0', 'A.p1']);
  expect(s.never('port.partner-asked')).toBe(true);
  expect(s.never('io.forwarded')).toBe(true);
  s.do('port.fail', 'A.p2').until(30);
  s.first('port.moved', ['A.p2', 'B.p2']);
  s.first('io.forwarded', [undefined, 'B.p2.S1']);
  expect(s.never('path.failed')).toBe(true);
  // Now the sibling itself fails: its own name has no sibling left either.
  s.do('port.fail', 'A.p1').until(45);
  s.first('port.moved', ['A.p1', 'B.p1']);
  expect(s.broken).toEqual([]);
});
