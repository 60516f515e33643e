import { expect, test } from 'vitest';
import { asText } from '../../src/inspection/asText.ts';
import { linesOf } from '../../src/inspection/lines/index.ts';
import { rawState } from '../../src/inspection/rawState.ts';
import { inspectionTables, tablesFor } from '../../src/inspection/tables/index.ts';
import { thingText } from '../../src/inspection/thingText.ts';
import { portOf, serverOf } from '../../src/inspection/whose.ts';
import type { Thing } from '../../src/model/plan.ts';
import { schema } from '../../src/model/schema.ts';
import type { TableName } from '../../src/model/schema.ts';
import type { World } from '../../src/model/world.ts';
import { story } from '../story.ts';

const tableNames = Object.keys(schema) as TableName[];

/** Runs at moments at which much is under way, each with its world. */
const worlds: readonly (readonly [string, () => World])[] = [
  ['at rest', () => story('top-1').until(6).sim.world],
  ['at the start', () => story('start').sim.world],
  ['in silence', () => story('top-1').until(5).do('server.hang', 'A').until(6.2).sim.world],
  [
    'in a takeover',
    () => story('top-1').until(5).do('server.power-loss', 'A').until(7.9).sim.world,
  ],
  ['in takeover', () => story('top-2').until(5).do('server.panic', 'A').until(30).sim.world],
  [
    'giving back',
    () =>
      story('start')
        .until(3)
        .do('server.power-loss', 'A')
        .until(12)
        .do('server.repair', 'A')
        .until(16)
        .do('giveback.start', 'A')
        .until(16.9).sim.world,
  ],
  ['a port has moved', () => story('top-3').until(5).do('port.fail', 'A.p0').until(9).sim.world],
  ['partner port', () => story('mode-partner-port').until(5).sim.world],
  ['a fleet', () => story('fleet').until(1).sim.world],
];

/** Rows of a table to look at: all of a few, some of many. */
function rowsOf(w: World, table: TableName): number[] {
  const { rows } = w[table];
  const step = Math.max(1, Math.floor(rows / 40));
  return Array.from({ length: rows - 1 }, (_, i) => i + 1).filter((row) => row % step === 0);
}

const things = (w: World): Thing[] =>
  tableNames.flatMap((table) => rowsOf(w, table).map((row) => ({ table, row })));

const isThere = (w: World, { table, row }: Thing): boolean => row >= 1 && row < w[table].rows;
const unsaid = /undefined|NaN|null|\?|^\s*$/;

for (const [moment, worldAt] of worlds) {
  test(`${moment}: everything there is has a page, and each word of it is said`, () => {
    const w = worldAt();
    const seen = new Set<TableName>();
    const faults: string[] = [];
    for (const thing of things(w)) {
      seen.add(thing.table);
      const place = `${thing.table} ${thing.row}`;
      const say = (where: string, text: string): void => {
        if (unsaid.test(text)) faults.push(`${place}, ${where}: ${text}`);
      };
      say('title', thingText(w, thing));
      expect(isThere(w, { table: 'server', row: serverOf(w, thing) || 1 })).toBe(true);
      expect(isThere(w, { table: 'port', row: portOf(w, thing) || 1 })).toBe(true);
      const lines = linesOf(w, thing);
      if (lines.length === 0) faults.push(`${place}: nothing is said`);
      if (new Set(lines.map(({ label }) => label)).size < lines.length)
        faults.push(`${place}: a label twice`);
      for (const { label, value, leadsTo } of lines) {
        say(label, value);
        if (leadsTo && !isThere(w, leadsTo)) faults.push(`${place}, ${label}: leads nowhere`);
      }
      for (const { column, number, word } of rawState(w, thing)) {
        say(`raw ${column}`, word);
        if (!Number.isFinite(number)) faults.push(`${place}, raw ${column}: ${number}`);
      }
      for (const table of tablesFor(thing)) {
        const rows = table.rows(w, thing);
        if (new Set(rows.map(({ key }) => key)).size < rows.length)
          faults.push(`${place}, ${table.id}: a row twice`);
        for (const row of rows) {
          if (row.cells.length !== table.columns.length)
            faults.push(`${place}, ${table.id}: ${row.cells.length} cells`);
          for (const cell of row.cells) say(table.id, cell);
          if (!isThere(w, row.thing)) faults.push(`${place}, ${table.id}: leads nowhere`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect([...seen].sort()).toEqual(tableNames.filter((table) => w[table].rows > 1).sort());
  });
}

test('each table is there for some thing, and has a row in some run', () => {
  const ids = new Set<string>();
  for (const [, worldAt] of worlds.slice(0, 6)) {
    const w = worldAt();
    for (const thing of things(w))
      for (const table of tablesFor(thing)) if (table.rows(w, thing).length > 0) ids.add(table.id);
  }
  expect([...ids].sort()).toEqual(inspectionTables.map(({ id }) => id).sort());
  expect(new Set(inspectionTables.map(({ id }) => id)).size).toBe(inspectionTables.length);
});

test('raw state names every column of the row, with its number and what it stands for', () => {
  const s = story('top-1').until(5).do('server.power-loss', 'A').until(40);
  const w = s.sim.world;
  for (const table of tableNames)
    expect(rawState(w, { table, row: 1 }).map(({ column }) => column)).toEqual(
      Object.keys(schema[table]),
    );
  const disk = rawState(w, { table: 'disk', row: s.row('A.d0') });
  expect(disk.find(({ column }) => column === 'owner')).toEqual({
    column: 'owner',
    number: 2,
    word: 'Server B',
  });
  const slot = rawState(w, { table: 'vport', row: s.row('A.p0.P') });
  expect(slot.find(({ column }) => column === 'role')?.word).toBe('PRIMARY');
});

test('as text, every table is in full, with all bytes of each name', () => {
  const s = story('top-1').until(5).do('server.power-loss', 'A').until(40);
  const thing = { table: 'server', row: s.row('B') } as const;
  const text = asText(s.sim.world, thing, 40_000_000);
  expect(text.split('\n')[0]).toBe(`Server B at 40.000 s, ${s.sim.world.plan.title}`);
  expect(text).toContain('50:0a:09:81:86:57:d5:a0');
  expect(text).toContain('10:00:00:00:c9:2e:01:01');
  for (const table of tablesFor(thing)) expect(text).toContain(`\n${table.title}\n---`);
  expect(text).not.toContain('Raw state');
  expect(asText(s.sim.world, thing, 40_000_000, true)).toMatch(
    /Raw state\n-+\npartner +1 +Server A/,
  );
  for (const line of text.split('\n')) expect(line).toBe(line.trimEnd());
});
