import { join } from 'node:path';
import { build } from 'vite';
import { withSteamHome } from './bench-app.ts';
import { compareRounds, type Round } from './figures.ts';
import { times, type Finding } from './report.ts';
import { projectRoot, startApp, withApps, type Runtime } from './running-app.ts';

const target = 1.6;

/** What `native-call-process.ts` prints: nanoseconds a call. */
export interface NativeCallFigures {
  readonly rounds: readonly Round[];
}

/** A native call in main through the bench's client, against the same through steamworks.js, in the same process. */
export async function measureNativeCall(runtime: Runtime): Promise<Finding> {
  const entry = await buildProcess();
  return withSteamHome(async (home) => {
    const app = startApp(runtime, { entry, home: home.path });
    return withApps([app], async () => {
      const code = await app.ended();
      const printed = app.lines.at(-1);
      if (code !== 0 || printed === undefined)
        throw new Error(`The measuring process ended with ${String(code)}: ${app.lines.join(' ')}`);
      const figures = JSON.parse(printed) as NativeCallFigures;
      const { baseline, measured, ratio } = compareRounds(figures.rounds);
      return {
        name: 'native-call',
        row: {
          what: 'native call in main: getPlayerSteamLevel',
          baseline: `${baseline.toFixed(0)} ns (steamworks.js)`,
          measured: `${measured.toFixed(0)} ns`,
          ratio: times(ratio),
          target: `≤ ${target}×`,
          isMet: ratio <= target,
        },
        figures: { unit: 'ns a call', baseline, measured, ratio, rounds: figures.rounds.length },
      };
    });
  });
}

/** Bundles the measuring process as main itself is bundled. */
async function buildProcess(): Promise<string> {
  const outDir = join(projectRoot, 'build', 'benchmarks', 'native-call');
  await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'native-call-process.ts'),
      target: 'node20.18',
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        external: ['electron', 'koffi', /^steamworks\.js/],
        output: { format: 'es', entryFileNames: 'process.mjs' },
      },
    },
    ssr: { noExternal: ['zod'] },
  });
  return join(outDir, 'process.mjs');
}
