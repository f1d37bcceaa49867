import { withSteamHome } from './bench-app.ts';
import { compareRounds, type Round } from './figures.ts';
import { runProcess } from './measuring-process.ts';
import { times, type Finding } from './report.ts';
import type { Runtime } from './running-app.ts';

const target = 1.6;

/** What `native-call-process.ts` prints: nanoseconds a call. */
export interface NativeCallFigures {
  readonly rounds: readonly Round[];
}

/** A native call in main through the bench's client, against the same through steamworks.js, in the same process. */
export function measureNativeCall(runtime: Runtime): Promise<Finding> {
  return withSteamHome(async (home) => {
    const figures = (await runProcess(runtime, 'native-call', { home: home.path })) as NativeCallFigures;
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
}
