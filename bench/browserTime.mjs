// @ts-check
import { setTimeout } from 'node:timers/promises';

/** Milliseconds of processor time that all processes of a browser have taken so far. */
export async function browserTime(/** @type {import('playwright-core').CDPSession} */ tools) {
  const { processInfo } = await tools.send('SystemInfo.getProcessInfo');
  return 1000 * processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** So long the browser is watched, ms; it rests when it takes less than a tenth of a processor. */
const watched = 300;
const patience = 10_000;

/**
 * Waits until a browser rests: after a page is opened it loads parts of its own for a second, which
 * is no cost of what the page shows.
 */
export async function rested(/** @type {import('playwright-core').CDPSession} */ tools) {
  const begun = Date.now();
  let before = await browserTime(tools);
  for (;;) {
    await setTimeout(watched);
    const now = await browserTime(tools);
    if (now - before < watched / 10 || Date.now() - begun > patience) return;
    before = now;
  }
}
