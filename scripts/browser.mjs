// @ts-check
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const systemChromium = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const systemFirefox = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

const first = (/** @type {(string | undefined)[]} */ paths) =>
  paths.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null;

/** The Chromium to test with: the one named, Playwright’s own, or the system’s. */
export const findChromium = () =>
  first([process.env['CHROMIUM_PATH'], chromium.executablePath(), ...systemChromium]);

/** The Firefox to test with, driven over WebDriver BiDi; null when there is none. */
export const findFirefox = () => first([process.env['FIREFOX_PATH'], ...systemFirefox]);
