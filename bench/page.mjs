// @ts-check
/* global document, window, performance, requestAnimationFrame */
import { spawnSync } from 'node:child_process';
import { chromium } from 'playwright-core';
import { findChromium } from '../scripts/browser.mjs';
import { serve } from '../scripts/serve.mjs';
import { browserTime, rested } from './browserTime.mjs';
import { measureGraphs } from './graphs.mjs';
import { measureLongRun } from './longRun.mjs';

const runs = 5;
const median = (/** @type {number[]} */ values) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const percentile = (/** @type {number[]} */ values, /** @type {number} */ share) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;

/** Milliseconds from the start of navigation until something drawn has moved. */
async function timeToMove(
  /** @type {import('playwright-core').Browser} */ browser,
  /** @type {string} */ address,
) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    const look = () => {
      const at = document.querySelector('[data-playhead]')?.getAttribute('data-playhead');
      if (Number(at) > 0) Object.assign(window, { movedAt: performance.now() });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await rested(await browser.newBrowserCDPSession());
  await page.goto(address);
  const moved = await page.waitForFunction(() => /** @type {any} */ (window).movedAt);
  const at = /** @type {number} */ (await moved.jsonValue());
  await page.close();
  return at;
}

/**
 * Processor time while a takeover plays at a speed, ms: what else the machine does meanwhile is not
 * counted. One page plays it several times, as people do.
 * @returns {Promise<{ script: number[], browser: number }[]>} of each time: of script in every
 *     frame, and of the whole browser, which computes the run and paints as well, for one frame
 */
async function framesOf(
  /** @type {import('playwright-core').Browser} */ browser,
  /** @type {string} */ address,
  /** @type {number} */ speed,
  /** @type {string} */ scenario,
) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${address}?scenario=${scenario}&do=2s:server.power-loss:A`);
  await page.getByRole('button', { name: `Speed ${speed}`, exact: true }).click();
  const tools = await browser.newBrowserCDPSession();
  const plays = [];
  for (let run = 0; run < runs; run++) {
    const before = await browserTime(tools);
    await browser.startTracing(page, { categories: ['devtools.timeline'] });
    await page.waitForFunction(
      () => Number(document.querySelector('[data-playhead]')?.getAttribute('data-playhead')) > 8e6,
      undefined,
      // Asked for rarely: asking in every frame would count as a frame of its own.
      { timeout: 60_000, polling: 250 },
    );
    const spent = (await browserTime(tools)) - before;
    /** @type {{ traceEvents: { name: string, tdur?: number }[] }} */
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
    const script = traceEvents
      .filter(({ name, tdur }) => name === 'FireAnimationFrame' && tdur !== undefined)
      .map(({ tdur }) => Number(tdur) / 1000);
    plays.push({ script, browser: spent / script.length });
    await page.getByRole('button', { name: 'Replay', exact: true }).click();
  }
  await page.close();
  return plays;
}

/**
 * Measures the built page in Chromium: rows for the table of performance.
 * @returns {Promise<string[][]>}
 */
export async function measurePage() {
  for (const args of [
    ['scripts/build.mjs'],
    [
      'node_modules/vite/bin/vite.js',
      'build',
      '-c',
      'bench/empty/vite.config.ts',
      '--logLevel',
      'warn',
    ],
  ]) {
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
  const site = await serve('dist', 5400);
  const empty = await serve('node_modules/.understudy-bench/empty', 5500);
  const executablePath = findChromium();
  const browser = await chromium.launch(executablePath ? { executablePath } : {});
  try {
    /** @type {number[]} */
    const ratios = [];
    /** @type {number[]} */
    const ours = [];
    /** @type {number[]} */
    const theirs = [];
    for (let run = 0; run <= runs; run++) {
      const base = await timeToMove(browser, empty.address);
      const own = await timeToMove(browser, site.address);
      // The first round warms the browser up.
      if (run === 0) continue;
      ours.push(own);
      theirs.push(base);
      ratios.push(own / base);
    }
    const rows = [
      [
        'Time to a moving picture',
        `${median(ours).toFixed(0)} ms`,
        `${median(ratios).toFixed(2)} × an empty Svelte page at ${median(theirs).toFixed(0)} ms; goal: at most 3`,
      ],
    ];
    for (const [title, scenario, speed, goal] of /** @type {const} */ ([
      ['through a takeover, speed 1', 'start', 1, 4],
      ['through a takeover, speed 4', 'start', 4, 4],
      ['after a power loss, 32 servers', 'fleet', 1, 8],
      ['after a power loss, 64 servers', 'fleet-64', 1, 8],
    ])) {
      const plays = await framesOf(browser, site.address, speed, scenario);
      const p95s = plays.map(({ script }) => percentile(script, 0.95));
      const whole = median(plays.map((play) => play.browser));
      rows.push([
        `Script per frame ${title}`,
        `p95 ${median(p95s).toFixed(1)} ms`,
        `of CPU, median of ${runs} plays in one page, the first at ${p95s[0]?.toFixed(1)} ms; goal: under ${goal} ms; all of the browser, traced: ${whole.toFixed(1)} ms a frame`,
      ]);
    }
    rows.push(...(await measureLongRun(browser, site.address)));
    rows.push(...(await measureGraphs(browser)));
    return rows;
  } finally {
    await browser.close();
    site.close();
    empty.close();
  }
}
