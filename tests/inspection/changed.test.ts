import { expect, test } from 'vitest';
import { LastTurn } from '../../src/inspection/lastTurn.ts';
import type { Turn } from '../../src/inspection/lastTurn.ts';
import { changedLines, marksOf } from '../../src/inspection/marks.ts';
import type { Marks } from '../../src/inspection/marks.ts';
import { inspectionTables } from '../../src/inspection/tables/index.ts';
import { Turns } from '../../src/inspection/turns.ts';
import { factWords, pack } from '../../src/model/fact.ts';
import { kindList } from '../../src/model/kinds.ts';
import type { Thing } from '../../src/model/plan.ts';
import type { Micros } from '../../src/model/time.ts';
import { Trace } from '../../src/model/trace.ts';
import { hashOf } from '../../src/model/table.ts';
import { story } from '../story.ts';
import type { Story } from '../story.ts';

/** A run, and what is needed to ask what changed at its moments. */
function changesOf(s: Story): (at: Micros) => Turn | null {
  const words = new Int32Array(s.facts.length * factWords);
  for (const [i, fact] of s.facts.entries()) {
    const { kind, at, step, because, a, b, c, d } = fact;
    pack(words, i, kind, at, step, because, a, b, c, d);
  }
  const trace = new Trace(s.sim.plan.start);
  trace.append(words);
  const turns = new Turns();
  for (let i = 0; i < s.facts.length; i++) turns.take(words, i);
  const last = new LastTurn(s.sim.plan);
  return (at) => last.by(trace, turns, at);
}

function marks(id: string, thing: Thing, turn: Turn | null): Marks {
  const table = inspectionTables.find((each) => each.id === id)!;
  return marksOf((w) => table.rows(w, thing), turn);
}

const s = story('top-1').until(5).do('server.power-loss', 'A').until(40);
const changes = changesOf(s);
const disk = { table: 'disk', row: s.row('A.d0') } as const;

test('before anything has happened, nothing is marked', () => {
  expect(changes(-1)).toBeNull();
  expect(marks('ownership', disk, null).count).toBe(0);
  expect(changedLines(disk, null).size).toBe(0);
});

test('when a disk changes its owner, its owner is marked and its home is not', () => {
  const { at } = s.first('disk.owner-changed', ['A.d0']);
  const turn = changes(at)!;
  expect(turn.at).toBe(at);
  expect(turn.before.disk.owner[disk.row]).toBe(1);
  expect(turn.after.disk.owner[disk.row]).toBe(2);
  expect(changedLines(disk, turn)).toContain('Current owner');
  expect(changedLines(disk, turn)).not.toContain('Home owner');
  const cells = marks('ownership', disk, turn);
  const key = `disk.${disk.row}`;
  expect([0, 1, 2, 3, 4, 5].map((k) => cells.has(key, k)).slice(0, 4)).toEqual([
    false,
    false,
    true,
    false,
  ]);
});

test('requests and heartbeats that follow neither add a mark nor take one away', () => {
  const { at } = s.first('disk.owner-changed', ['A.d0']);
  const next = s.facts.find(
    (fact) => fact.at > at && kindList[fact.kind]!.loudness !== 'routine',
  )!.at;
  expect(changes(next - 1)!.at).toBe(at);
  expect(changedLines(disk, changes(next - 1))).toContain('Current owner');
  expect(changes(next)!.at).toBe(next);
});

test('when a name is online elsewhere, its slot is marked; a login that went is counted', () => {
  const turn = changes(s.first('vport.online', ['B.p0.S1']).at)!;
  const slot = `vport.${s.row('B.p0.S1')}`;
  expect(marks('slots', { table: 'server', row: s.row('B') }, turn).has(slot, 3)).toBe(true);
  const { at } = s.first('fabric.implicit-logout', ['A.p0.P']);
  expect(marks('fabric-logins', { table: 'server', row: s.row('A') }, changes(at)).gone).toBe(4);
});

test('standing at moments in any order gives the same worlds', () => {
  const moments = [9, 6, 30, 5.2, 39].map((at) => at * 1_000_000);
  const hashes = (list: readonly number[], fresh: boolean): Map<number, number[]> =>
    new Map(
      list.map((at) => {
        const turn = (fresh ? changesOf(s) : changes)(at)!;
        return [at, [turn.at, hashOf(turn.before.store), hashOf(turn.after.store)]];
      }),
    );
  expect(hashes(moments, false)).toEqual(hashes(moments, true));
});
