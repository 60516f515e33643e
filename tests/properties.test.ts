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
