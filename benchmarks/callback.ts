import { setTimeout as delay } from 'node:timers/promises';
import { userCallbacks } from '../app/steam/user-callbacks.ts';
import type { SteamClientDouble } from '../e2e/steam-client-double/steam-client-double.ts';
import { startBench, usableBench, withSteam, withSteamHome } from './bench-app.ts';
import { compareRounds, median, percentile, wallClock, type Round } from './figures.ts';
import { milliseconds, times, type Finding } from './report.ts';
import { baselineEntry, startApp, withApps, type Runtime } from './running-app.ts';

const target = 0.25;
const roundCount = 7;
const postsPerRound = 25;

/** Longer than two ticks of the slowest pump, and of no fixed length: a callback may come at any moment of a tick. */
const gapMs = (): number => 35 + Math.random() * 35;

const { id } = userCallbacks.steamServerConnected;
const bytes = new Uint8Array(1);

/**
 * Time from posting a callback to its arrival in main while a call is awaited, against the pump of steamworks.js.
 *
 * Both apps run at once, connected to a stand-in each, and are posted to in turn.
 */
export function measureCallback(runtime: Runtime): Promise<Finding> {
  return withSteamHome((benchHome) =>
    withSteamHome(async (pumpHome) => {
      const bench = startBench(runtime, benchHome);
      const pump = startApp(runtime, { entry: baselineEntry('steamworks-pump.mjs'), home: pumpHome.path });
      return withApps([bench, pump], async () => {
        const page = await usableBench(bench);
        return withSteam(benchHome, (benchSteam) =>
          withSteam(pumpHome, async (pumpSteam) => {
            await benchSteam.answerCall('requestEncryptedAppTicket', { outcome: 'never' });
            const benchLatencies: number[] = [];
            const pumpLatencies: number[] = [];
            const rounds: Round[] = [];
            for (let round = 0; round <= roundCount; round += 1) {
              const { after, isAsked } = await page.evaluate(async () => {
                const asked = await window.bench.steam.call({
                  name: 'requestEncryptedAppTicket',
                  args: { userData: new Uint8Array(4) },
                });
                const read = await window.bench.journal.read({ limit: 1 });
                return { after: read.ok ? read.value.lastSeq : 0, isAsked: asked.ok };
              });
              if (!isAsked) throw new Error('No call is awaited: the request was refused.');
              const printed = pump.lines.length;
              const posted = await postInTurn(benchSteam, pumpSteam);

              const benchArrivals = await page.evaluate(async (from: number) => {
                const read = await window.bench.journal.read({ after: from });
                const entries = read.ok ? read.value.entries : [];
                return entries.filter(({ name }) => name === 'steamServerConnected').map(({ time }) => time);
              }, after);
              const bench = latencies(posted.bench, benchArrivals);
              const baseline = latencies(posted.pump, pump.lines.slice(printed).map(Number));
              // The first round warms up.
              if (round === 0) continue;
              benchLatencies.push(...bench);
              pumpLatencies.push(...baseline);
              rounds.push({ baseline: median(baseline), measured: median(bench) });
            }
            const { baseline, measured, ratio } = compareRounds(rounds);
            return {
              name: 'callback',
              row: {
                what: 'callback posted → main has it, call awaited (median)',
                baseline: `${milliseconds(baseline)} (steamworks.js, 30 Hz)`,
                measured: milliseconds(measured),
                ratio: times(ratio),
                target: `≤ ${target}×`,
                isMet: ratio <= target,
              },
              figures: {
                unit: 'ms',
                baseline,
                measured,
                ratio,
                baseline95: percentile(pumpLatencies, 95),
                measured95: percentile(benchLatencies, 95),
                rounds,
              },
            };
          }),
        );
      });
    }),
  );
}

/** Posts to either in turn; answers when each was posted. */
async function postInTurn(
  bench: SteamClientDouble,
  pump: SteamClientDouble,
): Promise<{ readonly bench: readonly number[]; readonly pump: readonly number[] }> {
  const posted = { bench: [] as number[], pump: [] as number[] };
  for (let count = 0; count < postsPerRound; count += 1) {
    for (const [steam, times] of [
      [bench, posted.bench],
      [pump, posted.pump],
    ] as const) {
      await delay(gapMs());
      times.push(wallClock());
      await steam.postCallback(id, bytes);
    }
  }
  // The last ones are on their way.
  await delay(150);
  return posted;
}

function latencies(posted: readonly number[], arrived: readonly number[]): readonly number[] {
  if (posted.length !== arrived.length)
    throw new Error(`${posted.length} callbacks were posted and ${arrived.length} arrived.`);
  return posted.map((at, index) => (arrived[index] ?? Number.NaN) - at);
}
