import { expect, test } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';

test('@core a stranger opens the sandbox, breaks server A with the mouse, and sees it taken over', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await s.open();
  await expect(s.caption).toContainText('Each name is at home');
  await s.verb(/Break or mend: Server A/, /Power loss/);
  await expect(s.thing('A')).toHaveAttribute('aria-label', /down, power lost/);
  await expect(s.thing('B')).toHaveAttribute('aria-label', /in takeover of A, answers as B and A/, {
    timeout: 30_000,
  });
  await expect(s.thing('B.p0.S1')).toHaveAttribute('aria-label', /carries A1/);
  await expect(s.thing('A.d0')).toHaveAttribute('aria-label', /owned by B, home A/);
  await expect(page.getByLabel('What happened').locator('visible=true')).toContainText(
    'paths were kept',
    {
      timeout: 30_000,
    },
  );
  await expect(page.getByLabel('What happened').locator('visible=true')).toContainText('010202');
  s.expectClean();
});

test('@core server A is broken by keyboard alone', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open();
  await s.thing('A').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: /Power loss/ })).toBeFocused();
  await expect(page.getByRole('menu')).toContainText('Reaches 2 names, 4 paths, 12 disks.');
  await page.keyboard.press('Enter');
  await expect(s.thing('A')).toHaveAttribute('aria-label', /down, power lost/);
  s.expectClean();
});

test('after the first break, without another click, every phase has had its caption', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await s.open();
  await s.verb(/Break or mend: Server A/, /Power loss/);
  await page.evaluate(() => {
    const seen: [string, string][] = [];
    Object.assign(window, { captionsSeen: seen });
    new MutationObserver(() => {
      const phase = document.querySelector('[aria-current="step"]')?.textContent.trim();
      const caption = document.querySelector('[role="status"]')?.textContent.trim();
      if (phase && caption) seen.push([phase, caption]);
    }).observe(document.querySelector('main')!, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
  await expect(page.getByLabel('What happened').locator('visible=true')).toContainText('paths', {
    timeout: 30_000,
  });
  const seen = await page.evaluate(
    () => (window as unknown as { captionsSeen: [string, string][] }).captionsSeen,
  );
  const captions = new Map<string, Set<string>>();
  for (const [phase, caption] of seen)
    captions.set(phase, (captions.get(phase) ?? new Set()).add(caption));
  expect([...captions.keys()]).toEqual([
    'Detect',
    'Fence disks',
    'Replay log',
    'Activate slots',
    'Write names',
    'Log in',
    'Serve',
  ]);
  // Each phase says something that no other phase says.
  for (const [phase, said] of captions) {
    const elsewhere = [...captions].filter(([other]) => other !== phase);
    const own = [...said].filter((caption) => elsewhere.every(([, set]) => !set.has(caption)));
    expect(own, phase).not.toEqual([]);
  }
});

test('repair and giveback by mouse bring everything home', async ({ page }) => {
  const s = new Sandbox(page);
  const ids = ['A', 'B', 'A.p0.P', 'A.p1.P', 'B.p0.S1', 'A.d0', 'B.d11', 'F1', 'X'];
  const said = (): Promise<(string | null)[]> =>
    Promise.all(ids.map((id) => s.thing(id).getAttribute('aria-label')));
  await s.open('?t=2s');
  const atStart = await said();
  await s.open('?do=3s:server.power-loss:A&t=9s');
  await s.verb(/Break or mend: Server A/, /Repair/);
  // A menu pauses the run, so the verb is asked for once B has heard that A waits.
  await expect(s.thing('B')).toHaveAttribute('aria-label', /A waits/, { timeout: 30_000 });
  await s.verb(/Break or mend: Server B/, /Give back(?! in spite)/);
  await expect.poll(said, { timeout: 30_000 }).toEqual(atStart);
  s.expectClean();
});

test('a port is killed by mouse and its name comes back when it is repaired', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open('?scenario=top-3&t=3s');
  await s.verb(/Break or mend: A, port 1/i, /Kill port/);
  await expect(s.thing('A.p1.S2')).toHaveAttribute('aria-label', /carries A1/, { timeout: 20_000 });
  await expect(s.thing('A.d0')).toHaveAttribute('aria-label', /owned by A$/);
  await s.verb(/Break or mend: A, port 1/i, /Repair/);
  await expect(s.thing('A.p0.P')).toHaveAttribute('aria-label', /carries A1/, { timeout: 20_000 });
  await expect(s.thing('A.p1.S2')).toHaveAttribute('aria-label', /standing by/);
  s.expectClean();
});

test('@core repaired and given back, everything is as at the start', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open('?do=3s:server.power-loss:A,10s:server.repair:A,15s:giveback.start:A&t=25s');
  for (const id of ['A', 'B']) {
    await expect(s.thing(id)).toHaveAttribute(
      'aria-label',
      new RegExp(`Server ${id}, up, answers as ${id}$`),
    );
  }
  await expect(s.thing('A.d0')).toHaveAttribute('aria-label', /owned by A$/);
  await expect(s.thing('B.p0.S1')).toHaveAttribute('aria-label', /standing by/);
  s.expectClean();
});

test('@core a port’s name moves to its sibling and no disk moves', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open('?scenario=top-3&do=3s:port.fail:A.p0&t=6s');
  await expect(s.thing('A.p1.S2')).toHaveAttribute('aria-label', /carries A1/);
  await expect(s.thing('A.d0')).toHaveAttribute('aria-label', /owned by A$/);
  s.expectClean();
});

test('@core scrubbing visits the same pictures forwards and backwards', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open('?do=3s:server.power-loss:A&t=3.4s');
  const slider = page.getByRole('slider', { name: 'Moment of the run' });
  await slider.focus();
  const picture = (): Promise<string> => page.locator('svg[aria-label^="The cluster"]').innerHTML();
  const seen: { at: number; picture: string }[] = [];
  for (let i = 0; i < 40; i++) {
    seen.push({ at: await s.number('playhead'), picture: await picture() });
    await slider.press('ArrowRight');
  }
  for (const before of [...seen].reverse()) {
    await slider.press('ArrowLeft');
    expect(await s.number('playhead')).toBe(before.at);
    expect(
      (await picture()) === before.picture,
      `the picture at ${before.at} differs on the way back`,
    ).toBe(true);
  }
  for (let i = 1; i < seen.length; i++) {
    expect(seen[i]!.picture === seen[i - 1]!.picture, `nothing changed at ${seen[i]!.at}`).toBe(
      false,
    );
  }
  // A name in flight, a disk being swept and a request on its way are among them.
  for (const mark of ['lifted', 'class="edge', 'data-request'])
    expect(
      seen.some(({ picture: each }) => each.includes(mark)),
      mark,
    ).toBe(true);
});

test('acting in the past opens a branch; undo and redo walk actions', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open('?do=3s:server.power-loss:A&t=12s');
  await s.seek(2);
  await s.verb(/Break or mend: Server B/, /Hang, ports still answer/);
  await expect(s.root).toHaveAttribute('data-branch', '1');
  await expect(s.thing('B')).toHaveAttribute('aria-label', /hung/);
  await s.pause();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(s.root).not.toHaveAttribute('data-branch', '1');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(s.root).toHaveAttribute('data-branch', '1');
  s.expectClean();
});

test('every drawn request is a row of the request table', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open('?t=5s');
  const rows = await page
    .locator('[data-request]')
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-request')));
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows).size).toBe(rows.length);
});

test('a dead engine thread is started anew at the same moment', async ({ page }) => {
  const s = new Sandbox(page);
  await page.addInitScript(() => {
    const Original = Worker;
    const workers: Worker[] = [];
    Object.assign(window, { workers });
    window.Worker = class extends Original {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        workers.push(this);
      }
    };
  });
  await s.open('?do=2s:server.power-loss:A,6s:server.repair:A,12s:giveback.start:A&t=14s');
  await s.seek(13);
  await s.verb(/Break or mend: Server B/, /Power loss/);
  await expect(s.root).toHaveAttribute('data-branch', '1');
  await s.pause();
  const before = { hash: await s.hash(), playhead: await s.number('playhead') };
  await page.evaluate(() => {
    const worker = (window as unknown as { workers: Worker[] }).workers.at(-1)!;
    worker.dispatchEvent(new ErrorEvent('error', { message: 'killed by the test' }));
    worker.terminate();
  });
  await expect(page.getByRole('alert')).toContainText('started anew');
  await expect(s.root).toHaveAttribute('data-world-hash', before.hash);
  expect(await s.number('playhead')).toBe(before.playhead);
});

test('an engine whose second part cannot be loaded is started anew when it is needed', async ({
  page,
}) => {
  const s = new Sandbox(page);
  let refused = 0;
  // The engine asks for it behind its first news, and nobody misses it yet.
  await page.route(/afterOrders/, (route) => (refused++ === 0 ? route.abort() : route.continue()));
  await s.open('');
  await expect.poll(() => refused).toBe(1);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await s.verb(/Break or mend: Server A/, /Power loss/);
  await expect(page.getByRole('alert')).toContainText('A part of it could not be loaded.');
  await expect(page.getByRole('alert')).toContainText('started anew');
  await expect(s.thing('A')).toHaveAttribute('aria-label', /down/);
});

test('a broken link says what is wrong and opens the first scenario', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open('?scenario=nonsense&do=soon:server.hang:A');
  await expect(page.getByRole('alert')).toContainText('does not begin with a time');
  await expect(s.caption).toContainText('Each name is at home');
});

test('a broken scenario file leaves everything as it is', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open('?t=4s');
  await page.locator('input[type=file]').setInputFiles({
    name: 'bad.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"version":1,"id":"x"}'),
  });
  await expect(page.getByRole('alert')).toContainText('/topology');
  await expect(s.thing('A')).toHaveAttribute('aria-label', /up, answers as A/);
});

test('@core the embedded page opens the moment of the third heartbeat, paused', async ({
  page,
}) => {
  await page.setViewportSize({ width: 720, height: 420 });
  const s = new Sandbox(page);
  await page.goto('./embed/?scenario=start&do=11.6s:server.hang:A&t=12.7s');
  await expect(s.root).toHaveAttribute('data-horizon', /[1-9]\d{6,}/);
  await expect(s.caption).toHaveText('A has hung. B waits for a third missed heartbeat.');
  expect(await s.number('playhead')).toBe(12_700_000);
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open full' })).toHaveAttribute('href', /t=12\.700s/);
  s.expectClean();
});

test('paused in the midst of a takeover, every panel tells the very moment of the picture', async ({
  page,
}) => {
  const s = new Sandbox(page);
  const panels = async (): Promise<string[]> => [
    await page.locator('main').innerText(),
    await page.locator('aside').innerText(),
    await page.locator('.time').innerText(),
  ];
  await s.open('?do=2s:server.power-loss:A&t=4.7s');
  await page.getByRole('button', { name: 'Speed 4', exact: true }).click();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(() => s.number('playhead')).toBeGreaterThan(5_050_000);
  await s.pause();
  const at = await s.number('playhead');
  const stopped = await panels();
  await s.open(`?do=2s:server.power-loss:A&t=${at}us`);
  await expect.poll(() => s.number('playhead')).toBe(at);
  // Words are fetched after the first picture: on a busy machine they may come a little later.
  await expect.poll(panels).toEqual(stopped);
  s.expectClean();
});

test('paused, nothing runs at all', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open('?t=5s');
  await expect.poll(() => s.number('horizon')).toBe(35_000_000);
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  const script = async (): Promise<number> => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find((metric) => metric.name === 'ScriptDuration')!.value;
  };
  const frames = await page.evaluate(async () => {
    let asked = 0;
    const original = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => {
      asked++;
      return original.call(window, callback);
    };
    const began = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    return { asked, lasted: performance.now() - began };
  });
  expect(frames.lasted).toBeGreaterThan(4_900);
  expect(frames.asked).toBe(0);
  const before = await script();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  expect((await script()) - before).toBeLessThan(0.01);
});
