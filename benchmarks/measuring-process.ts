import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot, startApp, withApps, type AppOptions, type Runtime } from './running-app.ts';

/** Bundles a measuring process as main itself is bundled. Answers what Electron is to run. */
async function buildProcess(name: string): Promise<string> {
  const outDir = join(projectRoot, 'build', 'benchmarks', name);
  await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, `${name}-process.ts`),
      target: 'node20.18',
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        external: ['electron', 'koffi', /^steamworks\.js/],
        output: { format: 'es', entryFileNames: 'process.mjs' },
      },
    },
    ssr: { noExternal: ['zod', 'libopus-wasm'] },
  });
  return join(outDir, 'process.mjs');
}

/** Runs a measuring process to its end; answers the figures that it printed. */
export async function runProcess(
  runtime: Runtime,
  name: string,
  options: Omit<AppOptions, 'entry'> = {},
): Promise<unknown> {
  const app = startApp(runtime, { ...options, entry: await buildProcess(name) });
  return withApps([app], async () => {
    const code = await app.ended();
    const printed = app.lines.at(-1);
    if (code !== 0 || printed === undefined)
      throw new Error(`The measuring process ended with ${String(code)}: ${app.lines.join(' ')}`);
    return JSON.parse(printed) as unknown;
  });
}
