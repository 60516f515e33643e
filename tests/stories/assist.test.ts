import { expect, test } from 'vitest';
import { alerts } from '../../src/model/schema.ts';
import type { Settings } from '../../src/model/plan.ts';
import { story } from '../story.ts';

const on: Partial<Settings> = { hardwareAssist: true, boot: 3_000_000, automaticGiveback: 'off' };
const alert = (says: (typeof alerts)[number]): number => alerts.indexOf(says);

test('without hardware assist no service processor says anything', () => {
  const s = story('top-1').until(10).do('server.power-loss', 'A').until(30);
  expect(s.never('alert.sent')).toBe(true);
});

test('a power loss and a watchdog reset spare the partner the wait for silence', () => {
  for (const [command, says] of [
    ['server.power-loss', 'power_loss'],
    ['server.hang-dead', 'l2_watchdog_reset'],
  ] as const) {
    const s = story('top-1', on).until(10).do(command, 'A').until(20);
    const [, heard, started] = s.order(
      ['alert.sent', 'A', undefined, undefined, alert(says)],
      ['alert.heard', 'B', undefined, alert(says)],
      ['takeover.started', 'B', 'A'],
      ['takeover.completed', 'B', 'A'],
    );
    expect(heard!.at / 1e6).toBeCloseTo(10.5, 3);
    expect(started!.at - heard!.at).toBeLessThan(10_000);
    expect(s.pause('lun0', 10)).toBeLessThan(7);
    expect(s.broken).toEqual([]);
  }
});

test('an abnormal reboot and a heartbeat lost to the own service processor are no reason', () => {
  const panic = story('top-1', on).until(10).do('interconnect.cut', 'interconnect.A-B');
  panic.until(10.1).do('server.panic', 'A').until(12);
  panic.order(['alert.heard', 'B', undefined, alert('abnormal_reboot')]);
  expect(panic.never('takeover.started')).toBe(true);
  const hang = story('top-1', on).until(10).do('server.hang', 'A').until(12);
  hang.order(['alert.heard', 'B', undefined, alert('loss_of_heartbeat')]);
  expect(hang.never('takeover.started')).toBe(true);
});

test('an alert that a heartbeat has overtaken says nothing about the present', () => {
  const s = story('top-1', { ...on, alertLatency: 5_000_000, boot: 1_000_000 });
  s.until(10).do('server.power-loss', 'A').until(10.5).do('server.repair', 'A').until(40);
  s.order(['alert.sent', 'A'], ['takeover.cancelled', 'B', 'A'], ['alert.ignored', 'B']);
  expect(s.never('takeover.started')).toBe(true);
  expect(s.broken).toEqual([]);
});

test('the reset of a silent partner is alerted too, and means nothing to who gave it', () => {
  const s = story('top-1', on).until(10).do('server.hang', 'A').until(40);
  s.order(
    ['server.reset', 'A', 'B'],
    ['alert.sent', 'A', undefined, undefined, alert('reset_via_sp')],
    ['alert.heard', 'B', undefined, alert('reset_via_sp')],
  );
  expect(s.all('takeover.started')).toHaveLength(1);
  expect(s.broken).toEqual([]);
});
