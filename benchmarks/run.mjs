// Measures the bench against baselines of the same run; `npm run bench` builds what it needs and calls it.
//   --only=<name>,<name>   of: native-call, callback, page-call, burst, start-up, idle, voice-waveform,
//                          voice-latency, voice-sink, voice-poll, voice-codec
//   --check                a target that is missed makes the exit code 1
import path from 'node:path';
import { runnerImport } from 'vite';
import { sandboxSwitches } from '../scripts/run/sandbox.mjs';

const electron = process.env['STEAM_BENCH_ELECTRON'];
if (electron === undefined) {
  process.stderr.write('Start the benchmarks with "npm run bench": it finds Electron and a display.\n');
  process.exit(2);
}

// Vite reads TypeScript and is here anyway; Node 20 does not.
const { module } = await runnerImport(path.join(import.meta.dirname, 'suite.ts'), { configFile: false });
process.exitCode = await module.runSuite({
  runtime: { executable: electron, switches: sandboxSwitches() },
  flags: process.argv.slice(2),
});
