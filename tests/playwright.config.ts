import { defineConfig } from '@playwright/test';
import { findChromium, findFirefox } from '../scripts/browser.mjs';

const port = 4391;

export default defineConfig({
  testDir: 'browser',
  outputDir: '../test-results',
  reporter: 'list',
  workers: 2,
  timeout: 90_000,
  // A busy machine may be slow; a test still waits for what it names, and for nothing else.
  expect: { timeout: 20_000 },
  use: { baseURL: `http://localhost:${port}/`, viewport: { width: 1440, height: 900 } },
  webServer: {
    command: `node scripts/serve.mjs ${port}`,
    cwd: '..',
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
  projects: [
    {
      name: 'chromium',
      use: { browserName: 'chromium', launchOptions: { executablePath: findChromium() ?? '' } },
    },
    {
      name: 'firefox',
      grep: /@core/,
      use: {
        browserName: 'firefox',
        launchOptions: { executablePath: findFirefox() ?? '', channel: 'moz-firefox' },
      },
    },
  ],
});
