// Sets up, builds and runs the app.
//   npm start [-- flags of the app]
//   npm run dev    the same, rebuilding and reloading on every change
import { buildAppIfChanged, forgetBuild } from './run/build.mjs';
import { runChild } from './run/child.mjs';
import { withDisplay } from './run/display.mjs';
import { requireSandbox, sandboxSwitches } from './run/sandbox.mjs';
import { setUp } from './setup.mjs';
import { electronEnvironment } from './setup/electron.mjs';
import { inProject } from './setup/project.mjs';
import { runEntryPoint } from './setup/setup-problem.mjs';

await runEntryPoint(async () => {
  const isWatching = process.argv.includes('--watch');
  const appFlags = process.argv.slice(2).filter((arg) => arg !== '--watch');

  const electron = await setUp({ forTests: false });
  requireSandbox(electron.executable);
  const electronFlags = [...sandboxSwitches(), ...appFlags];

  if (isWatching) {
    forgetBuild();
    const electronVite = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    return withDisplay((display) =>
      runChild(process.execPath, [electronVite, 'dev', '--watch', '--', ...electronFlags], {
        ...electronEnvironment(electron),
        ...display,
      }),
    );
  }

  await buildAppIfChanged();
  return withDisplay((display) =>
    runChild(electron.executable, ['.', ...electronFlags], { ...electronEnvironment(electron), ...display }),
  );
});
