import { expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { settings } from '../../src/content/settings.ts';
import { dialects, sayer } from '../../src/dialects/index.ts';
import { captionOf } from '../../src/scene/captions.ts';
import { placesOf } from '../../src/scene/places.ts';
import { sceneAt } from '../../src/scene/scene.ts';
import { sentenceOf } from '../../src/scene/sentences.ts';
import { serverWords } from '../../src/scene/words.ts';
import { properties } from '../../src/properties/index.ts';
import { story } from '../story.ts';

const named = (id: string): ((text: string) => string) =>
  sayer(dialects.find((each) => each.id === id)!);

test('plain words leave every text as it is', () => {
  const say = named('plain');
  for (const { sentence } of properties) expect(say(sentence)).toBe(sentence);
});

test('the longest term counts, capitals stay, and nothing is said twice', () => {
  const say = named('ontap');
  expect(say('Server A')).toBe('Node A');
  expect(say('The servers hear each other over the interconnect.')).toBe(
    'The nodes hear each other over the HA interconnect.',
  );
  expect(say('Virtual port database')).toBe('SAN LIFs');
  expect(say('Virtual port A 1/P')).toBe('LIF A 1/P');
  expect(say('second., online')).toBe('shadow LIF, online');
  expect(say('observers')).toBe('observers');
});

/** What the page writes by itself, beside sentences, captions and marks. */
const headings = [
  'Virtual port database, slot, node name, port name, FC address',
  'NVRAM log',
  'primary, online; second., online; no sibling here',
  'Server A of two servers, virtual ports and slots, port names and node names',
];

/** Everything that is said in a takeover and giveback and in the move of a name, and all marks. */
function corpus(): string {
  const told = [
    story('start').until(5).do('server.power-loss', 'A').until(10).do('server.repair', 'A'),
    story('top-3').until(5).do('port.fail', 'A.p0'),
    story('start').until(5).do('interconnect.cut', 'interconnect.A-B').until(12),
    story('top-1').until(5).do('cable.cut', 'A.p0.cable'),
    story('top-1').until(5).do('server.hang', 'A'),
  ];
  const texts: string[] = [...headings];
  for (const s of told) {
    const w = s.sim.world;
    for (let i = 0; i < 320; i++) {
      s.until(s.sim.now / 1e6 + 0.05);
      const scene = sceneAt(w, s.sim.now, placesOf(w, 1280, 'full'));
      texts.push(captionOf(w), serverWords(w, 1), serverWords(w, 2), JSON.stringify(scene));
    }
    if (s === told[0]) s.do('giveback.start', 'A').until(30);
    texts.push(...s.facts.map((fact) => sentenceOf(w, fact)));
  }
  texts.push(...properties.map(({ sentence }) => sentence));
  texts.push(...commands.map(({ label }) => label));
  return texts.join('\n').toLowerCase();
}
const said = corpus();

for (const dialect of dialects) {
  test(`${dialect.id}: each of its terms is said somewhere`, () => {
    const terms = dialect.glossaries.flatMap(({ terms }) => terms.map(({ ours }) => ours));
    expect(terms.filter((ours) => !said.includes(ours.toLowerCase()))).toEqual([]);
  });

  test(`${dialect.id}: every word and difference has a source, every setting exists`, () => {
    for (const { source, terms } of dialect.glossaries) {
      expect(source).not.toBe('');
      expect(terms.length).toBeGreaterThan(0);
      for (const { ours } of terms)
        expect(ours.toLowerCase() === ours || ours === 'FC address' || /^NVRAM/.test(ours)).toBe(
          true,
        );
    }
    for (const { what, source } of dialect.differs) {
      expect(what).toMatch(/\.$/);
      expect(source).not.toBe('');
    }
    for (const [key, value] of Object.entries(dialect.settings)) {
      const setting = settings[key as keyof typeof settings];
      expect(setting).toBeDefined();
      if (setting.kind === 'choice') expect(setting.choices).toContain(value);
    }
    if (dialect.glossaries.some(({ source }) => /HPE|IBM|Dell|NetApp/.test(source)))
      expect(dialect.trademark).not.toBe('');
  });

  test(`${dialect.id}: no word that it renames is left on screen`, () => {
    const say = sayer(dialect);
    const renamed = dialect.glossaries
      .flatMap(({ terms }) => terms)
      .filter(({ ours, theirs }) => !theirs.toLowerCase().includes(ours.toLowerCase()))
      .map(({ ours }) => ours);
    const texts = [
      ...properties.map(({ sentence }) => sentence),
      ...commands.map(({ label }) => label),
    ];
    for (const text of texts) {
      for (const ours of renamed) {
        const whole = new RegExp(`(?<!\\p{L})${ours.replace('.', '\\.')}(?!\\p{L})`, 'iu');
        expect(whole.test(say(text)), `${ours} in “${say(text)}”`).toBe(false);
      }
    }
  });
}

test('with the behaviour of 3PAR the name of a port without light answers from the partner node', () => {
  const { settings: behaviour } = dialects.find(({ id }) => id === '3par')!;
  const s = story('top-3', behaviour).until(5).do('port.fail', 'A.p0').until(30);
  s.order(['port.failure-detected', 'A.p0'], ['port.moved', 'A.p0', 'B.p0']);
  expect(s.never('takeover.started')).toBe(true);
  expect(s.broken).toEqual([]);
});

test('no dialect asks for a cluster that is built in another way', () => {
  // Settings are changed in a cluster that stands; a design without virtual ports is another cluster.
  for (const { settings: behaviour } of dialects)
    expect(Object.keys(behaviour)).not.toContain('failoverMode');
});

test('with the behaviour of most products a lone port failure moves no name', () => {
  const s = story('top-3', { portMove: 'none' }).until(5).do('port.fail', 'A.p0').until(30);
  s.order(['port.failure-detected', 'A.p0'], ['port.name-stays', 'A.p0']);
  expect(s.never('port.moved')).toBe(true);
  expect(s.never('takeover.started')).toBe(true);
  expect(s.broken).toEqual([]);
});
