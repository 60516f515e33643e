import { expect, test } from 'vitest';
import { fromGallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { Run } from '../../src/kernel/run.ts';
import { kindList } from '../../src/model/kinds.ts';
import { idOf, thingOf } from '../../src/model/plan.ts';
import type { Thing } from '../../src/model/plan.ts';
import { seconds } from '../../src/model/time.ts';
import { Trace } from '../../src/model/trace.ts';
import { worldOf } from '../../src/model/world.ts';
import { pointedAt } from '../../src/scene/pointedAt.ts';
import { subjectOf } from '../../src/scene/subjectOf.ts';

const plan = planOf(fromGallery('top-3')!);
const world = worldOf(plan);
const thing = (id: string): Thing => thingOf(plan, id)!;
const ids = (keys: readonly string[]): readonly string[] =>
  keys.map((key) => {
    const [table, row] = key.split('.');
    return idOf(plan, { table: table as Thing['table'], row: Number(row) });
  });

test('a slot is pointed at with all slots of its name, from whichever of them', () => {
  const found = ids(pointedAt(world, thing('A.p0.P')));
  expect(found[0]).toBe('A.p0.P');
  expect(found.length).toBeGreaterThan(1);
  for (const id of found)
    expect([...ids(pointedAt(world, thing(id)))].sort()).toEqual([...found].sort());
});

test('what is not drawn is shown by what it consists of', () => {
  const path = ids(pointedAt(world, { table: 'path', row: 1 }));
  expect(path).toEqual(expect.arrayContaining(['X.h0', 'A.p0.P', 'B.p0.S1']));
  expect(pointedAt(world, { table: 'lun', row: 1 })).toContain('disk.1');
  expect(pointedAt(world, { table: 'switchPort', row: 1 })).toContain('cable.1');
  expect(world.vport.slot[1]).toBe(0);
  expect(ids(pointedAt(world, { table: 'vport', row: 1 }))).toContain('A.p0');
});

test('anything else is pointed at alone', () => {
  for (const id of ['A', 'A.p0', 'A.d0', 'X', 'X.h0'].filter((each) => thingOf(plan, each)))
    expect(ids(pointedAt(world, thing(id)))).toEqual([id]);
});

test('every fact of a run that is about a thing names one that there is', () => {
  const run = new Run(plan, [{ at: seconds(5), command: 'server.power-loss', thing: 'A' }]);
  run.extend(seconds(40));
  const trace = new Trace(plan.start);
  trace.append(run.news().words);
  const found = new Set<string>();
  for (let seq = 0; seq < trace.count; seq++) {
    const fact = trace.fact(seq);
    const about = subjectOf(fact);
    if (!about) continue;
    expect(idOf(plan, about), kindList[fact.kind]!.operands.join()).not.toBe('');
    found.add(about.table);
  }
  for (const table of ['server', 'port', 'vport', 'disk', 'path', 'hostPort'])
    expect(found).toContain(table);
});
