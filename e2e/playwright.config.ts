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
  // About one start of Electron in a hundred hangs under Xvfb on a busy machine; a retried story is told as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  projects: [
    { name: 'app', testIgnore: '**/packaged*.spec.ts' },
    // After the others: it builds the app anew, and theirs would be gone for a moment.
    { name: 'packaged', dependencies: ['app'], testMatch: '**/packaged*.spec.ts', timeout: 120_000 },
  ],
});
