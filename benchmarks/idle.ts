import { setTimeout as delay } from 'node:timers/promises';
import { startBench, startSimulatedBench, usableBench, withSteamHome } from './bench-app.ts';
import { median } from './figures.ts';
import { processorSeconds } from './processor-time.ts';
import type { Finding } from './report.ts';
import { baselineEntry, startApp, withApps, type Runtime } from './running-app.ts';

/** Percent of a core above the empty window. */
const target = 1.5;
const roundCount = 3;
const roundSeconds = 20;
const settleMs = 5000;

/** Processor time of a bench that is connected and left alone, above that of an empty window over the same seconds. */
export function measureIdle(runtime: Runtime): Promise<Finding> {
  return withSteamHome(async (home) => {
    const apps = {
      empty: startApp(runtime, { entry: baselineEntry('empty-window.mjs') }),
      native: startBench(runtime, home),
      simulated: startSimulatedBench(runtime),
    };
    return withApps(Object.values(apps), async () => {
      await Promise.all([usableBench(apps.native), usableBench(apps.simulated)]);
      const emptyPage = await apps.empty.page();
      await emptyPage.waitUntil(() => document.querySelector('button') !== null);
      // Panels are fetched ahead of time, caches written.
      await delay(settleMs);

      const empty: number[] = [];
      const native: number[] = [];
      const simulated: number[] = [];
      for (let round = 0; round < roundCount; round += 1) {
        const startedAt = performance.now();
        const before = readAll();
        await delay(roundSeconds * 1000);
        const after = readAll();
        const percent = 100_000 / (performance.now() - startedAt);
        empty.push((after.empty - before.empty) * percent);
        native.push((after.native - before.native) * percent);
        simulated.push((after.simulated - before.simulated) * percent);
      }

      const above = (values: readonly number[]): number =>
        median(values.map((value, round) => value - (empty[round] ?? Number.NaN)));
      const nativeAbove = above(native);
      const simulatedAbove = above(simulated);
      return {
        name: 'idle',
        row: {
          what: 'idle CPU, connected',
          baseline: `${median(empty).toFixed(2)} % of a core (empty window)`,
          measured: `${median(native).toFixed(2)} %; simulated ${median(simulated).toFixed(2)} %`,
          ratio: `+${nativeAbove.toFixed(2)} %; simulated +${simulatedAbove.toFixed(2)} %`,
          target: `≤ +${target} %`,
          isMet: nativeAbove <= target && simulatedAbove <= target,
        },
        figures: { unit: 'percent of a core', empty, native, simulated, nativeAbove, simulatedAbove },
      };

      function readAll(): Readonly<Record<keyof typeof apps, number>> {
        return {
          empty: processorSeconds(apps.empty.pid),
          native: processorSeconds(apps.native.pid),
          simulated: processorSeconds(apps.simulated.pid),
        };
      }
    });
  });
}
