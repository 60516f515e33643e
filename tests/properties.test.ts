import { expect, test } from 'vitest';
import { properties } from '../src/properties/index.ts';
import { disksBreaches } from './properties/disks.ts';
import { namesBreaches } from './properties/names.ts';
import { restBreaches } from './properties/rest.ts';
import { timeBreaches } from './properties/time.ts';
import { story } from './story.ts';

const breaches = { ...namesBreaches, ...disksBreaches, ...timeBreaches, ...restBreaches };

test('every property has a breach', () => {
  expect(Object.keys(breaches).sort()).toEqual(properties.map((property) => property.id).sort());
});

for (const property of properties) {
  test(`${property.id} can be broken, and names its witnesses: ${property.sentence}`, () => {
    const breach = breaches[property.id]!;
    const { mutation, witness } = breach;
    const bent = typeof mutation === 'function' ? mutation() : mutation;
    const s = story(breach.scenario, breach.settings, bent);
    breach.play(s);
    const found = s
      .all('invariant.broken')
      .filter((fact) => properties[fact.a - 1]!.id === property.id);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]!.b || found[0]!.c).toBeGreaterThan(0);
    if (witness) expect(s.sim.plan.ids[witness[0]]![found[0]!.b]).toBe(witness[1]);
  });
}

test('no property is broken when nothing is bent', () => {
  for (const scenario of ['start', 'top-1', 'top-2', 'top-3']) {
    expect(story(scenario).until(14).do('server.power-loss', 'A').until(60).broken).toEqual([]);
  }
});

test('a takeover that has failed must be undone, though not while a disk does not answer', () => {
  const notUndone = { acts: { 'failoverMonitor.undo': () => undefined } };
  const s = story('top-1', { flushInterval: 60_000_000 }, notUndone);
  s.until(10).do('nvram.damage', 'B').until(12).do('server.power-loss', 'A').until(60);
  expect(s.broken).toContain('L5');
  const t = story('top-1', {}, notUndone).until(10).do('server.power-loss', 'A');
  t.until(25.1).do('disk.fail', 'A.d0').until(25.6).do('disk.fail', 'A.d1').until(90);
  expect(t.all('takeover.failed').length).toBe(1);
  expect(t.broken).toEqual([]);
});

test('a server that loses its shelf must be relieved by its partner', () => {
  const deaf = { acts: { 'failoverMonitor.orderShutdown': () => undefined } };
  const settings = { shutdownLimit: 60_000_000 };
  const s = story('top-1', settings, deaf).until(15.3).do('shelf.cut-home', 'shelf1').until(60);
  expect(s.broken).toEqual(['L1']);
});
