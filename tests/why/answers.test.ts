import { expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { kindNames } from '../../src/model/kinds.ts';
import { leg } from '../../src/model/wordLists.ts';
import type { Thing } from '../../src/model/plan.ts';
import type { TableName } from '../../src/model/schema.ts';
import { answers, waitingRequest } from '../../src/why/answers.ts';
import { answerFor, chainOf } from '../../src/why/index.ts';
import { properties } from '../../src/properties/index.ts';
import { story } from '../story.ts';
import type { Story } from '../story.ts';
import { asked } from './asked.ts';

/** For each table that answers: what is done, and a row of it to which something then happened. */
const deeds: Readonly<Partial<Record<TableName, readonly [command: string, thing: string]>>> = {
  interconnect: ['interconnect.cut', 'interconnect.A-B'],
  port: ['port.fail', 'A.p0'],
  cable: ['cable.cut', 'A.p0.cable'],
  switchPort: ['switch-port.disable', 'A.p0.cable'],
  fabric: ['switch.power-off', 'F1'],
  host: ['workload.stop', 'X'],
  hostPort: ['host-port.fail', 'X.h0'],
  shelf: ['mailbox.fail', 'shelf1'],
};

const answer = (s: Story, thing: Thing): number =>
  answerFor(asked(s), s.sim.world, thing, s.facts.length);

for (const table of Object.keys(answers) as TableName[]) {
  if (table === 'property') continue;
  test(`a ${table} says why it is as it is, back to what a person did`, () => {
    const [command, id] = deeds[table] ?? ['server.power-loss', 'A'];
    const s = story('start').until(2).do(command, id).until(5.3);
    const told = asked(s);
    const { rows } = s.sim.world[table];
    const found = Array.from({ length: rows - 1 }, (_, i) => answer(s, { table, row: i + 1 }));
    const firsts = found.filter((seq) => seq >= 0).map((seq) => chainOf(told, seq)[0]!.kind);
    expect(firsts).toContain('command.given');
  });
}

test('whatever can be selected or has a verb answers', () => {
  const selectable = [...new Set(commands.map((command) => command.table)), 'vport' as const];
  expect(selectable.filter((table) => !answers[table])).toEqual([]);
});

test('a broken property is a thing too', () => {
  const s = story('start', { fencing: false, haltOnConflict: false })
    .until(2)
    .do('interconnect.cut', 'interconnect.A-B')
    .do('mailbox.fail', 'shelf1')
    .until(20);
  for (const id of s.broken) {
    const row = properties.findIndex((each) => each.id === id) + 1;
    const links = chainOf(asked(s), answer(s, { table: 'property', row }));
    expect(links.at(-1)!.rule!.source).not.toBe('');
  }
});

test('a request is found by the moment since which it is where it is', () => {
  const s = story('start').until(2).do('server.power-loss', 'A').until(3.4);
  const w = s.sim.world;
  for (let row = 1; row < w.request.rows; row++) {
    if (w.request.leg[row] === leg.free) continue;
    const fact = s.facts[answer(s, { table: 'request', row })]!;
    expect(kindNames[fact.kind]).toMatch(/^io\./);
    expect([fact.a, fact.at]).toEqual([row, w.request.legAt[row]]);
  }
  const lun = s.row('A.d0') && w.disk.lun[s.row('A.d0')]!;
  expect(waitingRequest(w, lun)).toBeGreaterThan(0);
  expect(answer(s, { table: 'lun', row: lun })).toBe(
    answer(s, { table: 'request', row: waitingRequest(w, lun) }),
  );
});

test('at the start nothing has a reason', () => {
  const s = story('top-1');
  for (const table of Object.keys(answers) as TableName[])
    if (table !== 'request') expect([table, answer(s, { table, row: 1 })]).toEqual([table, -1]);
});
