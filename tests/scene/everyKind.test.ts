import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Picture from '../../src/gallery/Picture.svelte';
import { kindNames, kinds } from '../../src/model/kinds.ts';
import type { KindName } from '../../src/model/kinds.ts';
import type { TableName } from '../../src/model/schema.ts';
import { pointedAt } from '../../src/scene/pointedAt.ts';
import { sentences } from '../../src/scene/sentences.ts';
import { placeOfKind } from '../../src/scene/spaceTimeKinds.ts';
import { story } from '../story.ts';

/** A cluster at work, with a request under way: every table has a row that means something. */
const { sim } = story('top-3').until(3);
const world = sim.world;
const requestUnderWay = (): number => world.request.block.findIndex((block) => block > 0);
for (let at = sim.now; requestUnderWay() < 0; at += 100) sim.runUntil(at);
const { body } = render(Picture, { props: { world, at: sim.now, width: 1280 } });
/** Everything that has a mark in the picture, as `table.row`. */
const marked = new Set([...body.matchAll(/data-thing="([^"]+)"/g)].map(([, key]) => key!));

const rowOf = (table: TableName): number => (table === 'request' ? requestUnderWay() : 1);

/** The marks of the things that a fact of a kind is about. */
const marksOf = (name: KindName): readonly string[] =>
  kinds[name].operands.flatMap(({ kind, of }) => {
    if (kind !== 'reference') return [];
    const table = of as TableName;
    return pointedAt(world, { table, row: rowOf(table) }).filter((key) => marked.has(key));
  });

/**
 * Facts about no row of a table that their operands name: what is commanded is the thing of the
 * command, a breach has witnesses (`witnesses.test.ts`), and a program is loaded where nothing has happened yet.
 */
const otherwise: readonly KindName[] = ['command.given', 'invariant.broken', 'program.loaded'];

test('the picture marks what clusters are made of', () => {
  const tables = new Set([...marked].map((key) => key.split('.')[0]));
  for (const table of ['server', 'port', 'vport', 'cable', 'interconnect', 'fabric'])
    expect(tables).toContain(table);
  for (const table of ['host', 'hostPort', 'shelf', 'disk']) expect(tables).toContain(table);
});

for (const name of kindNames) {
  test(`${name} has its sentence, its place in the space-time diagram and its mark`, () => {
    expect(typeof sentences[name], 'sentence').toBe('function');
    expect(placeOfKind[name], 'place').toBeTypeOf('string');
    if (!otherwise.includes(name)) expect(marksOf(name), 'mark').not.toEqual([]);
  });
}
