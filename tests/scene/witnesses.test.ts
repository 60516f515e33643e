import { expect, test } from 'vitest';
import { demonstrationEntries } from '../../src/content/demonstrations/index.ts';
import { fromGallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { Run } from '../../src/kernel/run.ts';
import { seconds } from '../../src/model/time.ts';
import { Trace } from '../../src/model/trace.ts';
import { worldOf } from '../../src/model/world.ts';
import { properties } from '../../src/properties/index.ts';
import { firstShown, firstWitnesses, shownOf } from '../../src/scene/witnesses.ts';

/** What the picture draws, and so can mark. */
const drawn = ['server', 'port', 'vport', 'host', 'hostPort', 'fabric', 'disk', 'shelf'];

test('whatever breaks, something of what showed it is marked at its moment', () => {
  for (const { id, breaks } of demonstrationEntries) {
    if (breaks.length === 0) continue;
    const scenario = fromGallery(id)!;
    const plan = planOf(scenario);
    const run = new Run(plan, scenario.script);
    run.extend(seconds(70), Infinity);
    const trace = new Trace(plan.start);
    trace.append(run.news().words);
    const world = worldOf(plan);
    for (const name of breaks) {
      const number = properties.findIndex((each) => each.id === name) + 1;
      trace.standAt(world, trace.count, -1);
      const at = world.property.firstAt[number]!;
      const rows = firstWitnesses(trace, number, at);
      expect(rows[0], `${id}, ${name}`).toBe(world.property.witness[number]);
      trace.standAt(world, trace.seqAt(at), -1);
      const things = properties[number - 1]!.witnesses.flatMap((table, i) =>
        table === undefined ? [] : [{ table, row: rows[i]! }],
      );
      const shown = firstShown(world, things);
      expect(drawn, `${id}, ${name}`).toContain(shown?.table);
      expect(shown!.row).toBeGreaterThan(0);
    }
  }
});

test('nobody, and what is nowhere, is not marked', () => {
  const world = worldOf(planOf(fromGallery('top-1')!));
  expect(shownOf(world, { table: 'server', row: 0 })).toBeNull();
  expect(shownOf(world, { table: 'message', row: 1 })).toBeNull();
  expect(shownOf(world, { table: 'switchPort', row: 1 })).toEqual({ table: 'port', row: 1 });
  expect(shownOf(world, { table: 'nameEntry', row: 1 })).toMatchObject({ table: 'vport' });
  expect(shownOf(world, { table: 'lun', row: 2 })).toEqual({ table: 'disk', row: 3 });
});
