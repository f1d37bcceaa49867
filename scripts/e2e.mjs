// Sets up, builds, and runs the end-to-end tests.
//   npm run e2e [-- flags of Playwright]
//   --as-built    with the app and the stand-in as they are
import { buildAppIfChanged } from './run/build.mjs';
import { runChild } from './run/child.mjs';
import { withDisplay } from './run/display.mjs';
import { buildStandIn } from './run/stand-in.mjs';
import { setUp } from './setup.mjs';
import { electronEnvironment } from './setup/electron.mjs';
import { inProject } from './setup/project.mjs';
import { runEntryPoint } from './setup/setup-problem.mjs';

await runEntryPoint(async () => {
  const isAsBuilt = process.argv.includes('--as-built');
  const flags = process.argv.slice(2).filter((arg) => arg !== '--as-built');

  const electron = await setUp({ forTests: true });
  if (!isAsBuilt) {
    await buildAppIfChanged();
    await buildStandIn();
  }
  const playwright = inProject('node_modules', '@playwright', 'test', 'cli.js');
  return withDisplay((display) =>
    runChild(process.execPath, [playwright, 'test', '-c', 'e2e/playwright.config.ts', ...flags], {
      ...electronEnvironment(electron),
      ...display,
    }),
  );
});
