import { startBench, usableBench, withSteamHome } from './bench-app.ts';
import { compareRounds, type Round } from './figures.ts';
import { times, type Finding } from './report.ts';
import { baselineEntry, startApp, withApps, type Runtime } from './running-app.ts';

declare global {
  interface Window {
    /** Of the echo app. */
    readonly echo: (payload: unknown) => Promise<unknown>;
  }
}

const target = 1.2;
const roundCount = 15;

/** What a round is made of: batches, because a page's clock counts in tenths of a millisecond. */
interface Portion {
  readonly batches: number;
  readonly callsPerBatch: number;
}
const portion: Portion = { batches: 40, callsPerBatch: 10 };

/**
 * A call from the page to Steam and back, against a bare `ipcRenderer.invoke` that echoes the same payload through the
 * same kind of bridge. Calls follow one another; the figure is the median batch.
 */
export function measurePageCall(runtime: Runtime): Promise<Finding> {
  return withSteamHome(async (home) => {
    const bench = startBench(runtime, home);
    const echo = startApp(runtime, { entry: baselineEntry('echo.mjs') });
    return withApps([bench, echo], async () => {
      const benchPage = await usableBench(bench);
      const echoPage = await echo.page();
      await echoPage.waitUntil(() => typeof window.echo === 'function');

      const rounds: Round[] = [];
      const means: Round[] = [];
      for (let round = 0; round <= roundCount; round += 1) {
        const baseline = await echoPage.evaluate(callEcho, portion);
        const measured = await benchPage.evaluate(callSteam, portion);
        // The first round warms up.
        if (round === 0) continue;
        rounds.push({ baseline: baseline.median, measured: measured.median });
        means.push({ baseline: baseline.mean, measured: measured.mean });
      }
      const { baseline, measured, ratio } = compareRounds(rounds);
      return {
        name: 'page-call',
        row: {
          what: 'steam.call from the page',
          baseline: `${(baseline * 1000).toFixed(0)} µs (bare invoke)`,
          measured: `${(measured * 1000).toFixed(0)} µs`,
          ratio: times(ratio),
          target: `≤ ${target}×`,
          isMet: ratio <= target,
        },
        figures: { unit: 'ms a call', baseline, measured, ratio, means: compareRounds(means), rounds },
      };
    });
  });
}

interface Batches {
  readonly median: number;
  readonly mean: number;
}

// Both are sent to their page as text and so hold all that they need.

async function callSteam({ batches, callsPerBatch }: Portion): Promise<Batches> {
  const each: number[] = [];
  for (let batch = 0; batch < batches; batch += 1) {
    const startedAt = performance.now();
    for (let count = 0; count < callsPerBatch; count += 1) {
      const outcome = await window.bench.steam.call({ name: 'getPlayerSteamLevel' });
      if (!outcome.ok) throw new Error(outcome.error.message);
    }
    each.push((performance.now() - startedAt) / callsPerBatch);
  }
  const mean = each.reduce((sum, value) => sum + value, 0) / each.length;
  each.sort((a, b) => a - b);
  return { median: each[each.length >> 1] ?? Number.NaN, mean };
}

async function callEcho({ batches, callsPerBatch }: Portion): Promise<Batches> {
  const each: number[] = [];
  for (let batch = 0; batch < batches; batch += 1) {
    const startedAt = performance.now();
    for (let count = 0; count < callsPerBatch; count += 1) await window.echo({ name: 'getPlayerSteamLevel' });
    each.push((performance.now() - startedAt) / callsPerBatch);
  }
  const mean = each.reduce((sum, value) => sum + value, 0) / each.length;
  each.sort((a, b) => a - b);
  return { median: each[each.length >> 1] ?? Number.NaN, mean };
}
