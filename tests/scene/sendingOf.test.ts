import { expect, test } from 'vitest';
import { fromGallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { Run } from '../../src/kernel/run.ts';
import { kindNames } from '../../src/model/kinds.ts';
import { seconds } from '../../src/model/time.ts';
import { Trace } from '../../src/model/trace.ts';
import { sendingOf } from '../../src/scene/sendingOf.ts';
import { SpaceTime } from '../../src/scene/spaceTime.ts';
import type { Message } from '../../src/scene/spaceTimeMarks.ts';

const plan = planOf(fromGallery('top-1')!);
const run = new Run(plan, [{ at: seconds(5), command: 'server.power-loss', thing: 'A' }]);
run.extend(seconds(40));
const trace = new Trace(plan.start);
trace.append(run.news().words);
const fold = new SpaceTime(plan);
trace.forEach(0, trace.count, (words, i) => fold.take(words, i));

/** All messages of a sort that were sent in this run. */
function sent(sort: Message['sort']): readonly Message[] {
  const found: Message[] = [];
  fold.messages.all.visit(0, seconds(40), (message) => {
    if (message.sort === sort) found.push(message);
  });
  return found;
}
const kindOf = (message: Message): string => {
  const seq = sendingOf(trace, fold.wiring, message);
  return seq === null ? 'nothing' : kindNames[trace.fact(seq).kind]!;
};

test('a heartbeat leads to its sending, and a login to the frame that asked for it', () => {
  for (const message of sent('heartbeat')) expect(kindOf(message)).toBe('heartbeat.sent');
  const logins = new Set(sent('login').map(kindOf));
  expect(logins).toContain('fabric.fdisc-sent');
  expect(sent('login').length).toBeGreaterThan(3);
});

test('whatever a message is, its sending is a fact of its own instant', () => {
  for (const sort of ['heartbeat', 'word', 'login', 'host', 'names'] as const)
    for (const message of sent(sort)) {
      const seq = sendingOf(trace, fold.wiring, message);
      if (seq !== null) expect(trace.instant(seq)).toBe(message.stops[0]);
    }
});
