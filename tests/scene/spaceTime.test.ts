import { expect, test } from 'vitest';
import { factWords, pack } from '../../src/model/fact.ts';
import { kindNames, kindNumber } from '../../src/model/kinds.ts';
import { seconds } from '../../src/model/time.ts';
import { fromGallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { Sim } from '../../src/kernel/run.ts';
import { SpaceTime, dotOperand } from '../../src/scene/spaceTime.ts';
import { placeOfKind } from '../../src/scene/spaceTimeKinds.ts';
import type { Message } from '../../src/scene/spaceTimeMarks.ts';
import { mostLines, requestSample } from '../../src/scene/spaceTimeRequests.ts';
import { samplesOf } from '../../src/scene/spaceTimeView.ts';
import { layOutRows } from '../../src/scene/spaceTimeRows.ts';
import { drawSpaceTime } from '../../src/scene/spaceTimeDrawing.ts';
import type { View } from '../../src/scene/spaceTimeView.ts';

const plan = planOf(fromGallery('top-1')!);
const row = (table: 'port' | 'vport' | 'server', id: string): number =>
  plan.ids[table]!.indexOf(id);

/** `top-1` until some second, with a power loss of A at 5 s, or something else. */
function folded(until = 40, ...acts: [at: number, command: string, thing: string][]): SpaceTime {
  const sim = new Sim(plan);
  const given = acts.length > 0 ? acts : [[5, 'server.power-loss', 'A'] as const];
  for (const [at, command, thing] of given) {
    sim.runUntil(seconds(at));
    expect(sim.act(command, thing)).toBeNull();
  }
  sim.runUntil(seconds(until));
  const words = sim.drain();
  const fold = new SpaceTime(plan);
  for (let i = 0; i < words.length / factWords; i++) fold.take(words, i);
  return fold;
}

const failed = folded();
const messages = (fold: SpaceTime): Message[] => {
  const all: Message[] = [];
  fold.messages.all.visit(0, Infinity, (message) => all.push(message));
  return all;
};

test('the band of A1 ends with the light of its port, is nowhere, and goes on at B', () => {
  const name = row('vport', 'A.p0.P');
  const bands = failed.names.bands.filter((band) => band.name === name);
  expect(bands.map(({ place }) => failed.wiring.thing(place))).toEqual([
    { table: 'port', row: row('port', 'A.p0') },
    { table: 'port', row: row('port', 'B.p0') },
  ]);
  const [home, away] = bands as [(typeof bands)[0], (typeof bands)[0]];
  expect(home).toMatchObject({ from: 0, to: seconds(5), cut: true, lane: 0 });
  expect(away).toMatchObject({ to: null, cut: false, lane: 1 });
  expect(away.from).toBeGreaterThan(seconds(20));
  const strand = failed.names.strands.find(({ before }) => before === home)!;
  expect(strand).toMatchObject({ from: seconds(5), next: away });
});

test('the names of B never leave their ports', () => {
  const name = row('vport', 'B.p0.P');
  const bands = failed.names.bands.filter((band) => band.name === name);
  expect(bands).toHaveLength(1);
  expect(bands[0]).toMatchObject({ from: 0, to: null });
});

test('the monitor of B watches, suspects, takes over and is in takeover, without gaps', () => {
  const spansOf = (server: string) =>
    failed.states.spans.filter(
      ({ place }) => place === failed.wiring.place('server', row('server', server)),
    );
  const spans = spansOf('B');
  expect(spans.map(({ text }) => text)).toEqual([
    'monitoring',
    'suspect',
    'deciding',
    'taking over',
    'in takeover',
  ]);
  for (const [i, span] of spans.entries()) expect(span.to).toBe(spans[i + 1]?.from ?? null);
  expect(spansOf('A').map(({ text }) => text)).toEqual(['monitoring', 'down']);
});

test('heartbeats to a server without power are lost at it, and its own are missed', () => {
  const a = failed.wiring.place('server', row('server', 'A'));
  const beats = messages(failed).filter(({ sort }) => sort === 'heartbeat');
  const lost = beats.filter((message) => message.lost);
  expect(lost.length).toBeGreaterThan(10);
  for (const { stops, midway } of lost) {
    expect(stops[0]).toBeGreaterThan(seconds(5));
    expect(stops.at(-1)).toBe(a);
    expect(midway).toBe(false);
  }
  expect(failed.messages.missed.map(({ inARow }) => inARow)).toEqual(
    Array.from({ length: plan.settings.missesAllowed }, (_, i) => i + 1),
  );
});

test('across a cut interconnect no heartbeat is sent, and both servers miss them', () => {
  const fold = folded(8, [5, 'interconnect.cut', 'interconnect.A-B']);
  const beats = messages(fold).filter(({ sort }) => sort === 'heartbeat');
  expect(beats.length).toBeGreaterThan(6);
  expect(beats.every(({ stops }) => stops[0]! <= seconds(5))).toBe(true);
  expect(new Set(fold.messages.missed.map(({ place }) => place)).size).toBe(2);
});

test('a shelf has a new owner after the fence, and its disks are reserved in one exchange', () => {
  const owners = failed.states.owners.filter(({ home }) => home === 1);
  expect(owners.map(({ owner }) => owner)).toEqual([1, 2]);
  const disks = messages(failed).filter(({ sort }) => sort === 'disks');
  expect(disks.map(({ text }) => text)).toEqual([`reserve ${plan.rows.disk / 2} disks`]);
  expect(disks[0]!.stops).toHaveLength(6);
});

test('the login of A1 at B goes to the fabric and is answered', () => {
  const b = failed.wiring.place('port', row('port', 'B.p0'));
  const fabric = failed.wiring.place('fabric', 1);
  const login = messages(failed).find(({ text }) => text === 'log in as A1')!;
  expect([login.stops[1], login.stops[3]]).toEqual([b, fabric]);
  const answer = messages(failed).find(
    ({ text, stops }) => text === 'accepted' && stops[1] === fabric && stops[3] === b,
  );
  expect(answer).toBeDefined();
});

test('answers that a half-open port cannot send are lost at that port', () => {
  const fold = folded(5.2, [5, 'port.half-open', 'A.p0']);
  const lost: Message[] = [];
  fold.requests.all.visit(0, Infinity, (message) => void (message.lost && lost.push(message)));
  expect(lost.length).toBeGreaterThan(0);
  const port = fold.wiring.place('port', row('port', 'A.p0'));
  expect(new Set(lost.map(({ stops }) => stops.at(-1)))).toEqual(new Set([port]));
});

test('requests are sampled in powers of two, and what is lost or ends an outage is kept', () => {
  const sample = requestSample(plan, seconds(30));
  expect(Math.log2(sample) % 1).toBe(0);
  const all: Message[] = [];
  failed.requests.all.visit(0, Infinity, (message) => all.push(message));
  expect(all.some(({ lost }) => lost)).toBe(true);
  const first = all.filter(({ text }) => text === 'first answer');
  expect(first.length).toBeGreaterThan(0);
  expect(first.every(({ always, stops }) => always && stops.at(-2)! > seconds(20))).toBe(true);
  const drawn = all.filter(({ ordinal, always }) => !always && ordinal % sample === 0);
  const window = drawn.filter(({ stops }) => stops[0]! < seconds(30));
  expect(window.length).toBeGreaterThan(10);
  expect(window.length).toBeLessThanOrEqual(mostLines);
});

test('every kind of fact has a place, and what is said to be drawn is drawn', () => {
  for (const name of kindNames) {
    const place = placeOfKind[name];
    expect(place, name).toBeDefined();
    const fold = new SpaceTime(plan);
    expect(fold.knows(name), name).toBe(true);
    // With the first row of everything a dot finds its row.
    const words = new Int32Array(factWords);
    pack(words, 0, kindNumber[name], seconds(1), 1, -1, 1, 1, 1, 1);
    expect(() => fold.take(words, 0), name).not.toThrow();
    if (place !== 'dot') continue;
    const dots: number[] = [];
    fold.dots.visit(0, Infinity, ({ place: at }) => dots.push(at));
    // Without an operand that has a place it is an entry of a name server.
    const { table } = dotOperand(name) ?? { table: 'fabric' as const };
    expect(dots, name).toEqual([fold.wiring.placeOf(table, 1)]);
  }
});

function view(fold: SpaceTime, seen: number): View {
  const layout = layOutRows(plan, fold.wiring, null, [], 500, false);
  const [from, to] = [0, seconds(30)];
  const x = (at: number): number => 112 + ((at - from) * 900) / (to - from);
  const say = (text: string): string => text;
  const until = Math.min(seen + 1_000_000, to);
  return { fold, plan, layout, from, to, x, until, seen, say, ...samplesOf(plan, to - from) };
}

test('the diagram says nothing of what comes after the playhead', () => {
  const before = drawSpaceTime(view(failed, seconds(12)), []);
  const after = drawSpaceTime(view(failed, seconds(29)), []);
  const says = (drawing: typeof after): string => drawing.texts.map(({ text }) => text).join('; ');
  expect(says(before)).toContain('A1 lives nowhere for 7.0 s');
  expect(says(before)).not.toContain('taking over');
  expect(before.chips.map(({ name }) => name)).not.toContain('A1 S1');
  expect(before.bands.filter(({ name }) => name === 'A1')).toHaveLength(1);
  expect(says(after)).toContain('taking over');
  expect(after.bands.filter(({ name }) => name === 'A1')).toHaveLength(2);
});

test('no two texts of the diagram lie on each other', () => {
  for (const seen of [3, 5, 6, 10, 21, 24.3, 25, 27, 29.9]) {
    const boxes = drawSpaceTime(view(failed, seconds(seen)), []).texts.map(
      ({ x, y, text, anchor }) => {
        const w = text.length * 6;
        const left = anchor === 'end' ? x - w : anchor === 'middle' ? x - w / 2 : x;
        return { text, left, right: left + w, top: y - 9, bottom: y + 2 };
      },
    );
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1)) {
        const apart = a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;
        expect(apart, `${seen} s: ${a.text} / ${b.text}`).toBe(true);
      }
  }
});

test('folded groups are one row, and rows fill the room', () => {
  const { wiring } = failed;
  const open = layOutRows(plan, wiring, null, [], 600, false);
  const folded = layOutRows(plan, wiring, null, ['port', 'shelf'], 600, false);
  expect(open.rows).toHaveLength(wiring.count);
  expect(folded.rows.map(({ key }) => key)).toContain('port');
  expect(folded.rows).toHaveLength(wiring.count - plan.rows.port - plan.rows.shelf + 2);
  expect(open.height).toBeGreaterThan(590);
  expect(open.height).toBeLessThanOrEqual(601);
  expect([...folded.ys].every((y) => y > 0)).toBe(true);
});
