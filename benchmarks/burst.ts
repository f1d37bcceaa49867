import { setTimeout as delay } from 'node:timers/promises';
import { encodeCallback } from '../app/steam/callback-bytes.ts';
import { userCallbacks } from '../app/steam/user-callbacks.ts';
import { startBench, usableBench, withSteam, withSteamHome } from './bench-app.ts';
import { median, percentile, wallClock } from './figures.ts';
import { clockAhead, type Page } from './page.ts';
import { milliseconds, type Finding } from './report.ts';
import { baselineEntry, startApp, withApps, type Runtime } from './running-app.ts';

const burstSize = 100_000;
const burstCount = 3;
const longestAnswerMs = 100;
const keyIntervalMs = 50;
const longestBurstMs = 60_000;

const name = 'validateAuthTicketResponse';
const bytes = encodeCallback(
  name,
  // The running number is written into the lower half of the id.
  { authId: '76561197960265728', response: 0, ownerId: '76561197960265728' },
  4,
);

declare global {
  interface Window {
    burstWatch: { arrived: number; expected: number; outOfOrder: number };
    answeredAt: number[];
  }
}

/**
 * A burst of callbacks through main and journal to a listener in the page, which meanwhile is sent real keys.
 *
 * The listener is one more than the page has by itself, so every batch is copied into the page twice: the page is worse
 * off than in use. An empty window is sent the same keys for comparison.
 */
export function measureBurst(runtime: Runtime): Promise<Finding> {
  return withSteamHome(async (home) => {
    const bench = startBench(runtime, home);
    const empty = startApp(runtime, { entry: baselineEntry('empty-window.mjs') });
    return withApps([bench, empty], async () => {
      const page = await usableBench(bench);
      const emptyPage = await empty.page();
      await emptyPage.waitUntil(() => document.querySelector('button') !== null);
      await page.evaluate(watchBurst, name);
      await Promise.all([page.evaluate(watchKeys), emptyPage.evaluate(watchKeys)]);

      const bursts: Burst[] = [];
      await withSteam(home, async (steam) => {
        for (let count = 0; count < burstCount; count += 1) {
          bursts.push(
            await runBurst(page, emptyPage, () =>
              steam.burst(userCallbacks[name].id, burstSize, bytes, userCallbacks[name].fields.authId.at),
            ),
          );
        }
      });

      const lost = bursts.reduce((sum, burst) => sum + burst.lost, 0);
      const outOfOrder = bursts.reduce((sum, burst) => sum + burst.outOfOrder, 0);
      const answers = bursts.flatMap((burst) => burst.answersMs);
      const emptyAnswers = bursts.flatMap((burst) => burst.emptyAnswersMs);
      const slowest = Math.max(...answers);
      return {
        name: 'burst',
        row: {
          what: `${burstSize.toLocaleString('en')} callbacks at once → journal → page; slowest answer to a key meanwhile`,
          baseline: `${milliseconds(Math.max(...emptyAnswers))} (empty window)`,
          measured: `${lost} lost, ${outOfOrder} out of order; ${milliseconds(slowest)} (p99 ${milliseconds(percentile(answers, 99))})`,
          ratio: '–',
          target: `none lost, ≤ ${longestAnswerMs} ms`,
          isMet: lost === 0 && outOfOrder === 0 && slowest <= longestAnswerMs,
        },
        figures: {
          unit: 'ms',
          seconds: bursts.map(({ seconds }) => seconds),
          slowestOfEach: bursts.map((burst) => Math.max(...burst.answersMs)),
          answers: { median: median(answers), p99: percentile(answers, 99), slowest, keys: answers.length },
          emptyAnswers: {
            median: median(emptyAnswers),
            p99: percentile(emptyAnswers, 99),
            slowest: Math.max(...emptyAnswers),
          },
          lost,
          outOfOrder,
        },
      };
    });
  });
}

interface Burst {
  readonly lost: number;
  readonly outOfOrder: number;
  readonly seconds: number;
  readonly answersMs: readonly number[];
  readonly emptyAnswersMs: readonly number[];
}

async function runBurst(page: Page, emptyPage: Page, burst: () => Promise<void>): Promise<Burst> {
  await page.evaluate(() => {
    window.burstWatch.arrived = window.burstWatch.expected = window.burstWatch.outOfOrder = 0;
  });
  const stopKeys = new AbortController();
  const keys = [pressKeys(page, stopKeys.signal), pressKeys(emptyPage, stopKeys.signal)];
  const startedAt = wallClock();
  await burst();
  const limit = startedAt + longestBurstMs;
  let watch = await page.evaluate(() => window.burstWatch);
  for (
    ;
    watch.arrived < burstSize && wallClock() < limit;
    watch = await page.evaluate(() => window.burstWatch)
  )
    await delay(100);
  const seconds = (wallClock() - startedAt) / 1000;
  stopKeys.abort();
  const [answersMs = [], emptyAnswersMs = []] = await Promise.all(keys);
  return {
    lost: burstSize - watch.arrived,
    outOfOrder: watch.outOfOrder,
    seconds,
    answersMs,
    emptyAnswersMs,
  };
}

/** Sends a key every so often; answers how long each took until the frame after its handler was made. */
async function pressKeys(page: Page, stop: AbortSignal): Promise<readonly number[]> {
  const ahead = await clockAhead(page);
  await page.evaluate(() => {
    window.answeredAt = [];
  });
  const sentAt: number[] = [];
  while (!stop.aborted) {
    sentAt.push(wallClock());
    // Not waited for: a page that hangs is to be asked again all the same.
    void page.pressKey('F24');
    await delay(keyIntervalMs);
  }
  await page.waitUntil(() => true);
  const answeredAt = await page.evaluate(() => window.answeredAt);
  if (answeredAt.length !== sentAt.length)
    throw new Error(`${sentAt.length} keys were sent and ${answeredAt.length} answered.`);
  return sentAt.map((sent, index) => (answeredAt[index] ?? Number.NaN) - ahead - sent);
}

// These are sent to their page as text and so hold all that they need.

function watchBurst(callbackName: string): void {
  const watch = { arrived: 0, expected: 0, outOfOrder: 0 };
  window.burstWatch = watch;
  const below = 1n << 32n;
  window.bench.journal.appended((entries) => {
    for (const { name: entryName, value } of entries) {
      if (entryName !== callbackName) continue;
      const number = Number(BigInt((value as { readonly authId: string }).authId) % below);
      if (number !== watch.expected) watch.outOfOrder += 1;
      watch.expected = number + 1;
      watch.arrived += 1;
    }
  });
}

function watchKeys(): void {
  window.answeredAt = [];
  document.addEventListener('keydown', () => {
    requestAnimationFrame(() =>
      setTimeout(() => window.answeredAt.push(performance.timeOrigin + performance.now())),
    );
  });
}
