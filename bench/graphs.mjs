// @ts-check
/* global window */
import { spawnSync } from 'node:child_process';
import { serve } from '../scripts/serve.mjs';
import { browserTime } from './browserTime.mjs';

const rounds = 3;
const panFrames = 90;
const turnFrames = 45;
/** So many nodes change their state in one frame. */
const changes = 10;

/** Ours and the peers. */
const drawers = ['ours', 'cytoscape', 'flow'];
const goals = { pan: { cytoscape: 1.6, flow: 0.25 }, turn: { cytoscape: 1 } };

const median = (/** @type {number[]} */ values) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/**
 * Processor time so far, ms: of the page’s thread, and of all processes of the browser, which also
 * paint what the page tells them to.
 * @typedef {{ page: number, browser: number }} Spent
 */

/**
 * @param {import('playwright-core').CDPSession} page
 * @param {import('playwright-core').CDPSession} browser
 * @returns {Promise<Spent>}
 */
async function spent(page, browser) {
  const { metrics } = await page.send('Performance.getMetrics');
  return {
    page: 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN),
    browser: await browserTime(browser),
  };
}

/**
 * The same graph drawn by us and by two peers, in turn in one page: what a step of moving it costs,
 * and one in which some nodes change. Rows for the table of performance.
 * @param {import('playwright-core').Browser} browser
 * @returns {Promise<string[][]>}
 */
export async function measureGraphs(browser) {
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/vite/bin/vite.js',
      'build',
      '-c',
      'bench/graphs/vite.config.ts',
      '--logLevel',
      'warn',
    ],
    { stdio: 'inherit' },
  );
  if (status !== 0) process.exit(status ?? 1);
  const site = await serve('node_modules/.understudy-bench/graphs', 5600);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(site.address);
  await page.waitForFunction(() => 'graphs' in window);
  const pageTools = await page.context().newCDPSession(page);
  await pageTools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const browserTools = await browser.newBrowserCDPSession();

  /** Asks the page for something. */
  const ask = (/** @type {string} */ what, /** @type {unknown[]} */ ...given) =>
    page.evaluate(
      ([name, values]) => /** @type {any} */ (window).graphs[name](...values),
      /** @type {[string, any[]]} */ ([what, given]),
    );
  const cost = async (
    /** @type {'pan' | 'turn'} */ what,
    /** @type {number} */ frames,
    /** @type {number[]} */ ...more
  ) => {
    // A few frames first: what is compiled and painted once is not part of a step.
    await ask(what, 10, ...more);
    const before = await spent(pageTools, browserTools);
    await ask(what, frames, ...more);
    const after = await spent(pageTools, browserTools);
    return {
      page: (after.page - before.page) / frames,
      browser: (after.browser - before.browser) / frames,
    };
  };

  const rows = [];
  for (const count of [500, 2_000]) {
    /** @type {Record<'pan' | 'turn', Record<string, Spent[]>>} */
    const costs = { pan: {}, turn: {} };
    for (let round = 0; round < rounds; round++) {
      for (const drawer of drawers) {
        await ask('show', drawer, count);
        (costs.pan[drawer] ??= []).push(await cost('pan', panFrames));
        (costs.turn[drawer] ??= []).push(await cost('turn', turnFrames, changes));
      }
    }
    for (const [what, title] of /** @type {const} */ ([
      ['pan', 'Moving'],
      ['turn', `${changes} changes among`],
    ])) {
      const of = (/** @type {string} */ drawer, /** @type {keyof Spent} */ where) =>
        (costs[what][drawer] ?? []).map((each) => each[where]);
      const told = (/** @type {string} */ drawer) =>
        `${median(of(drawer, 'page')).toFixed(2)} ms of the page’s thread, ${median(of(drawer, 'browser')).toFixed(1)} ms of the browser`;
      const against = (/** @type {string} */ peer, /** @type {keyof Spent} */ where) =>
        median(of('ours', where).map((ms, round) => ms / (of(peer, where)[round] ?? NaN))).toFixed(
          2,
        );
      const goal = (/** @type {'cytoscape' | 'flow'} */ peer) => {
        const most = /** @type {Record<string, number>} */ (goals[what])[peer];
        return most === undefined ? '' : ` (goal: at most ${most})`;
      };
      const held = /** @type {const} */ (['cytoscape', 'flow']).map(
        (peer) =>
          `${against(peer, 'page')} and ${against(peer, 'browser')} × ${peer === 'flow' ? '@xyflow/svelte' : peer}${goal(peer)}`,
      );
      const size = count.toLocaleString('en');
      rows.push([`${title} ${size} names and cables, a frame`, told('ours'), held.join(', ')]);
    }
  }
  await page.close();
  site.close();
  return rows;
}
