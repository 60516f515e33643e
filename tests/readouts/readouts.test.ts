import { expect, test } from 'vitest';
import { modes } from '../../src/content/modes.ts';
import { readoutNamed, readouts } from '../../src/readouts/index.ts';
import { story } from '../story.ts';
import type { Story } from '../story.ts';

/** A column of a read-out. */
function column(s: Story, id: string, name: string): string[] {
  const readout = readoutNamed(id)!;
  const at = readout.columns.indexOf(name);
  return readout.rows(s.sim.world).map((row) => row[at]!);
}

const takenOver = (): Story => story('top-1').until(2).do('server.power-loss', 'A').until(40);

for (const readout of readouts) {
  test(`${readout.id}: every row has a text for every column, at rest and in takeover`, () => {
    const inModes = modes.map(({ id }) => story(id).until(10).do('server.panic', 'A').until(30));
    for (const s of [story('top-1').until(1), takenOver(), ...inModes]) {
      const rows = readout.rows(s.sim.world);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row.length).toBe(readout.columns.length);
    }
    expect(readout.source).not.toBe('');
  });
}

test('showport tells whose partner has failed over to which port', () => {
  expect(column(story('top-1').until(1), 'showport', 'FailoverState')).toEqual(
    Array(4).fill('none'),
  );
  const s = takenOver();
  expect(column(s, 'showport', 'N:S:P')).toEqual(['0:1:1', '0:1:2', '1:1:1', '1:1:2']);
  expect(column(s, 'showport', 'Partner')).toEqual(['1:1:1', '1:1:2', '0:1:1', '0:1:2']);
  expect(column(s, 'showport', 'FailoverState')).toEqual([
    'failed_over',
    'failed_over',
    'active',
    'active',
  ]);
});

test('lstargetportfc keeps the name, its owner and its port id; only the current node changes', () => {
  const [before, after] = [story('top-1').until(1), takenOver()];
  for (const constant of ['WWPN', 'port_id', 'owning_node_id'])
    expect(column(after, 'lstargetportfc', constant)).toEqual(
      column(before, 'lstargetportfc', constant),
    );
  const virtual = column(after, 'lstargetportfc', 'virtualized');
  const current = column(after, 'lstargetportfc', 'current_node_id');
  expect(current.filter((_, i) => virtual[i] === 'yes')).toEqual(['2', '2', '2', '2']);
});

test('nsshow shows two names behind one switch port, told apart by the last byte of their addresses', () => {
  const s = takenOver();
  expect(column(s, 'nsshow', 'Pid')).toEqual(['010201', '010202', '020201', '020202']);
  expect(column(s, 'nsshow', 'Switch port')).toEqual(['2', '2', '2', '2']);
});

test('multipath has as many paths in takeover as before, at new addresses', () => {
  const [before, after] = [story('top-1').until(1), takenOver()];
  expect(column(after, 'multipath', 'Target name')).toEqual(
    column(before, 'multipath', 'Target name'),
  );
  expect(new Set(column(after, 'multipath', 'Path state'))).toEqual(new Set(['active ready']));
  expect(column(after, 'multipath', 'Address')).not.toEqual(column(before, 'multipath', 'Address'));
});

test('multipath tells optimized paths from those through the partner', () => {
  const s = story('mode-multipathing-only').until(1);
  expect(column(s, 'multipath', 'Prio')).toEqual(['50', '10', '50', '10', '10', '50', '10', '50']);
});

test('storage failover says who holds whom, and when a takeover is not possible', () => {
  expect(column(takenOver(), 'storage-failover', 'State description')).toEqual([
    'Unknown',
    'In takeover of A',
  ]);
  const cut = story('top-1').until(2).do('interconnect.cut', 'interconnect.A-B').until(30);
  expect(column(cut, 'storage-failover', 'Takeover possible')).toEqual(['false', 'false']);
});
