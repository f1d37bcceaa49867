// Sets up, builds, and runs the benchmarks.
//   npm run bench [-- flags of benchmarks/run.mjs]
import { buildAppIfChanged } from './run/build.mjs';
import { runChild } from './run/child.mjs';
import { withDisplay } from './run/display.mjs';
import { buildStandIn } from './run/stand-in.mjs';
import { setUp } from './setup.mjs';
import { electronEnvironment } from './setup/electron.mjs';
import { inProject } from './setup/project.mjs';
import { runEntryPoint } from './setup/setup-problem.mjs';

await runEntryPoint(async () => {
  const electron = await setUp({ forTests: true });
  await buildAppIfChanged();
  await buildStandIn();
  return withDisplay(
    (display) =>
      runChild(process.execPath, [inProject('benchmarks', 'run.mjs'), ...process.argv.slice(2)], {
        ...electronEnvironment(electron),
        ...display,
      }),
    { arePixelsKept: true },
  );
});
