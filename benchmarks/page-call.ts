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
const roundCount = 9;

/** What a round is made of: batches, because a page's clock counts in tenths of a millisecond. */
interface Portion {
  readonly batches: number;
  readonly callsPerBatch: number;
  /** Before each batch. */
  readonly restMs: number;
}

/** Shorter than the journal waits before it tells the page: what is measured is the call, not drawing its entry. */
const rested: Portion = { batches: 16, callsPerBatch: 10, restMs: 80 };

/** Without a rest the page draws entries all the while. */
const unrested: Portion = { batches: 40, callsPerBatch: 10, restMs: 0 };

/**
 * A call from the page to Steam and back, against a bare `ipcRenderer.invoke` that echoes the same payload through the
 * same kind of bridge. The figure is the median batch of ten calls, after a rest; the same without any rest is told
 * beside it, for there the bench also draws some thousand entries a second on the same cores.
 */
export function measurePageCall(runtime: Runtime): Promise<Finding> {
  return withSteamHome(async (home) => {
    const bench = startBench(runtime, home);
    const echo = startApp(runtime, { entry: baselineEntry('echo.mjs') });
    return withApps([bench, echo], async () => {
      const benchPage = await usableBench(bench);
      const echoPage = await echo.page();
      await echoPage.waitUntil(() => typeof window.echo === 'function');

      const measureRound = async (portion: Portion): Promise<Round> => ({
        baseline: await echoPage.evaluate(callEcho, portion),
        measured: await benchPage.evaluate(callSteam, portion),
      });
      const rounds: Round[] = [];
      const unrestedRounds: Round[] = [];
      // The first round warms up.
      await measureRound(unrested);
      for (let round = 0; round < roundCount; round += 1) {
        rounds.push(await measureRound(rested));
        unrestedRounds.push(await measureRound(unrested));
      }
      const { baseline, measured, ratio } = compareRounds(rounds);
      const withoutRest = compareRounds(unrestedRounds);
      return {
        name: 'page-call',
        row: {
          what: 'steam.call from the page',
          baseline: `${(baseline * 1000).toFixed(0)} µs (bare invoke)`,
          measured: `${(measured * 1000).toFixed(0)} µs; without a rest ${times(withoutRest.ratio)}`,
          ratio: times(ratio),
          target: `≤ ${target}×`,
          isMet: ratio <= target,
        },
        figures: { unit: 'ms a call', baseline, measured, ratio, withoutRest, rounds },
      };
    });
  });
}

// Both are sent to their page as text and so hold all that they need; they answer milliseconds a call.

async function callSteam({ batches, callsPerBatch, restMs }: Portion): Promise<number> {
  const each: number[] = [];
  for (let batch = 0; batch < batches; batch += 1) {
    if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs));
    const startedAt = performance.now();
    for (let count = 0; count < callsPerBatch; count += 1) {
      const outcome = await window.bench.steam.call({ name: 'getPlayerSteamLevel' });
      if (!outcome.ok) throw new Error(outcome.error.message);
    }
    each.push((performance.now() - startedAt) / callsPerBatch);
  }
  each.sort((one, other) => one - other);
  return each[each.length >> 1] ?? Number.NaN;
}

async function callEcho({ batches, callsPerBatch, restMs }: Portion): Promise<number> {
  const each: number[] = [];
  for (let batch = 0; batch < batches; batch += 1) {
    if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs));
    const startedAt = performance.now();
    for (let count = 0; count < callsPerBatch; count += 1) await window.echo({ name: 'getPlayerSteamLevel' });
    each.push((performance.now() - startedAt) / callsPerBatch);
  }
  each.sort((one, other) => one - other);
  return each[each.length >> 1] ?? Number.NaN;
}
