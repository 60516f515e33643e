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
