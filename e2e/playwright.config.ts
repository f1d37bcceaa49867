import { defineConfig } from '@playwright/test';

/**
 * Two projects: the built app, and the packaged one. Each test starts its own Electron with its own folders.
 *
 * No video: Playwright's own encoder is not part of the npm package, and without it the first window never comes.
 */
export default defineConfig({
  testDir: 'specs',
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  projects: [
    { name: 'app', testIgnore: '**/packaged*.spec.ts' },
    { name: 'packaged', testMatch: '**/packaged*.spec.ts', timeout: 120_000 },
  ],
});
