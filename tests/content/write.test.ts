import { expect, test } from 'vitest';
import { fromGallery, menu } from '../../src/content/gallery.ts';
import { parse, parseText } from '../../src/content/scenario.ts';
import { entered } from '../../src/content/settingValue.ts';
import { rangeText, settingText } from '../../src/content/settingText.ts';
import { settings } from '../../src/content/settings.ts';
import { timeText } from '../../src/content/timeText.ts';
import { savedScenario } from '../../src/content/saved.ts';
import { write, writeText } from '../../src/content/write.ts';
import { ms, seconds, timeOf } from '../../src/model/time.ts';

for (const { id } of menu) {
  test(`${id} is read again as it was written`, () => {
    const scenario = fromGallery(id)!;
    expect(parse(write(scenario))).toEqual({ ok: true, scenario });
  });
}

test('a written scenario says no more than it must, and is read as text', () => {
  const scenario = { ...fromGallery('top-1')!, about: '', remarks: [] };
  expect(write(scenario)).toEqual({
    version: 1,
    id: 'top-1',
    title: 'One host, two fabrics, true timers',
    topology: { portFabrics: [1, 2], hostPortFabrics: [1, 2] },
  });
  expect(parseText(writeText(scenario))).toEqual({ ok: true, scenario });
});

test('every default, lowest and highest length of time is written exactly', () => {
  for (const setting of Object.values(settings)) {
    if (setting.kind !== 'time') continue;
    for (const value of [setting.value, setting.least, setting.most])
      expect(timeOf(timeText(value))).toBe(value);
  }
  expect([seconds(12), ms(250), 5].map(timeText)).toEqual(['12s', '250ms', '5us']);
});

const { heartbeatInterval, missesAllowed, readShare, fencing, automaticGiveback } = settings;

test('what a person enters is read in the unit shown, or in its own', () => {
  const valueOf = (key: keyof typeof settings, text: string, unit = 's'): unknown => {
    const read = entered(key, settings[key], text, unit);
    return read.ok ? read.value : read.problem;
  };
  expect(valueOf('heartbeatInterval', '2')).toBe(seconds(2));
  expect(valueOf('heartbeatInterval', ' 250 ms ')).toBe(ms(250));
  expect(valueOf('heartbeatInterval', '300', 'ms')).toBe(ms(300));
  expect(valueOf('wireHop', '7µs')).toBe(7);
  expect(valueOf('automaticGiveback', 'off')).toBe('off');
  expect(valueOf('missesAllowed', '3')).toBe(3);
  expect(valueOf('readShare', '0.25')).toBe(0.25);
  expect(valueOf('orderOfSteps', 'safe')).toBe('safe');
});

for (const [key, text] of [
  ['heartbeatInterval', '9 s'],
  ['heartbeatInterval', 'soon'],
  ['heartbeatInterval', ''],
  ['heartbeatInterval', 'off'],
  ['heartbeatInterval', '-1'],
  ['missesAllowed', '2.5'],
  ['missesAllowed', '0'],
  ['missesAllowed', '1e1'],
  ['readShare', '2'],
  ['noPathRetry', 'pray'],
] as const) {
  test(`${text || 'nothing'} for ${key} is refused with a reason and a hint`, () => {
    const read = entered(key, settings[key], text, 's');
    if (read.ok) throw new Error('It was accepted');
    expect(read.problem.where).toBe(key);
    expect(read.problem.what.length).toBeGreaterThan(10);
    expect(read.problem.hint.length).toBeGreaterThan(3);
  });
}

test('values and ranges are told with their units', () => {
  expect(settingText(heartbeatInterval, ms(250))).toBe('250 ms');
  expect(settingText(automaticGiveback, 'off')).toBe('off');
  expect(settingText(missesAllowed, 3)).toBe('3 heartbeats');
  expect(settingText(readShare, 0.7)).toBe('0.7');
  expect(settingText(fencing, true)).toBe('on');
  expect(rangeText(heartbeatInterval)).toBe('100 ms to 5 s');
  expect(rangeText(automaticGiveback)).toBe('0 s to 3600 s, or off');
  expect(rangeText(missesAllowed)).toBe('1 to 180');
  expect(rangeText(fencing)).toBe('');
});

test('commands that wait for a fact, and stops, come back from a file', () => {
  const own = fromGallery('start')!;
  const when = { kind: 'takeover.started', thing: 'B' } as const;
  const script = [
    { at: seconds(5), command: 'server.power-loss', thing: 'A' },
    { at: 0, command: 'interconnect.cut', thing: 'interconnect.A-B', when },
    { at: seconds(1), command: 'server.panic', thing: 'B', when: { ...when, thing: '' } },
  ];
  const stops = [when, { kind: 'invariant.broken', thing: '' } as const];
  const saved = savedScenario(own, own.settings, script, stops);
  expect(parse(write(saved))).toEqual({ ok: true, scenario: saved });
  expect(write(saved)['script']).toContainEqual({
    when: 'takeover.started',
    of: 'B',
    do: 'interconnect.cut',
    thing: 'interconnect.A-B',
  });
});

test('what is saved of a run is a scenario of its own, with its actions as its script', () => {
  const own = fromGallery('mode-standby-port')!;
  const changed = { ...own.settings, missesAllowed: 3 };
  const script = [{ at: seconds(200), command: 'server.panic', thing: 'A' }];
  const saved = savedScenario(own, changed, script, own.stops);
  expect(saved).toMatchObject({ id: 'mine-mode-standby-port', until: seconds(260), expect: [] });
  expect(parse(write(saved))).toEqual({ ok: true, scenario: saved });
  // What was expected of the story stands as long as the story does, and names do not pile up.
  const again = savedScenario(saved, saved.settings, saved.script, saved.stops);
  expect(again).toEqual(saved);
  expect(savedScenario(own, own.settings, own.script, own.stops).expect).toEqual(own.expect);
  const long = { ...own, id: 'a'.repeat(60) };
  expect(savedScenario(long, changed, script, []).id).toHaveLength(60);
});
