// @ts-check
/* global document, performance, requestAnimationFrame, window, PerformanceObserver */

/** Ten simulated minutes of two pairs with a takeover at their beginning: about a million facts. */
const tenMinutes = '?scenario=top-5&do=5s:server.power-loss:A&t=600s';

/** @typedef {import('playwright-core').Page} Page */

/** Milliseconds of the tasks over 50 ms since the last call. */
const longTasks = (/** @type {Page} */ page) =>
  page.evaluate(() => {
    const { tasks } = /** @type {{ tasks: number[] }} */ (/** @type {unknown} */ (window));
    return tasks.splice(0);
  });

/** What each view has in the page and no other. */
const marks = {
  'Space-time': 'svg[aria-label^="Space-time"]',
  Compare: 'section[aria-label="Compare"]',
  Topology: ':root:not(:has(section[aria-label="Compare"])) svg[aria-label^="The cluster"]',
};

/** Milliseconds from the press of a view’s button until it is painted. */
const opened = (/** @type {Page} */ page, /** @type {keyof typeof marks} */ view) =>
  page.evaluate(async ([title, mark]) => {
    const button = [...document.querySelectorAll('nav button')].find(
      ({ textContent }) => textContent?.trim() === title,
    );
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    const began = performance.now();
    /** @type {HTMLElement} */ (button).click();
    // A part that is still on its way counts until it is there.
    do await frame();
    while (!document.querySelector(mark));
    await frame();
    return performance.now() - began;
  }, /** @type {const} */ ([view, marks[view]]));

/**
 * What a long run costs the page: rows for the table of performance.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @returns {Promise<string[][]>}
 */
export async function measureLongRun(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    /** @type {number[]} */
    const tasks = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
    }).observe({ entryTypes: ['longtask'] });
  });
  await page.goto(address + tenMinutes);
  await page.waitForFunction(
    () => {
      const root = /** @type {HTMLElement | null} */ (document.querySelector('[data-playhead]'));
      return Number(root?.dataset['horizon']) >= Number(root?.dataset['playhead'] ?? Infinity);
    },
    undefined,
    { timeout: 120_000 },
  );
  await page.waitForTimeout(2_000);
  await longTasks(page);
  const box = await page.getByRole('slider', { name: 'Moment of the run' }).boundingBox();
  if (!box) throw new Error('There is no time axis');
  await page.mouse.move(box.x + 150, box.y + 50);
  await page.mouse.down();
  for (let step = 0; step < 120; step++) {
    await page.mouse.move(box.x + 150 + ((step * 97) % 800), box.y + 50);
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
  const scrubbing = await longTasks(page);
  const views = [];
  for (const view of /** @type {const} */ ([
    'Space-time',
    'Compare',
    'Topology',
    'Space-time',
    'Topology',
  ])) {
    // A person points at a button before pressing it, and a view is fetched meanwhile.
    await page.getByRole('button', { name: view, exact: true }).hover();
    await page.waitForTimeout(300);
    views.push(`${view} ${(await opened(page, view)).toFixed(0)} ms`);
    await page.waitForTimeout(500);
  }
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const script = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN;
  };
  const before = await script();
  await page.waitForTimeout(3_000);
  const paused = (await script()) - before;
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await page.close();
  return [
    [
      'Scrubbing through ten minutes',
      scrubbing.length === 0 ? 'no task over 50 ms' : `longest task ${Math.max(...scrubbing)} ms`,
      'goal: no task over 50 ms',
    ],
    ['Opening a view there, one after the other', views.join(', '), 'goal: under 100 ms'],
    ['Script in three paused seconds', `${(paused * 1000).toFixed(1)} ms`, 'goal: none'],
    ['Heap of the page there', `${(usedSize / 1e6).toFixed(0)} MB`, 'goal: under 150 MB'],
  ];
}
