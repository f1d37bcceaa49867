import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBenchShown, startBench, withSteamHome } from './bench-app.ts';
import { compareRounds, wallClock, type Round } from './figures.ts';
import { milliseconds, times, type Finding } from './report.ts';
import { baselineEntry, startApp, withApps, type RunningApp, type Runtime } from './running-app.ts';

const target = 1.6;
const roundCount = 9;

/**
 * Time from starting the process to a window that can be used: what it is for is drawn, and a click on it has worked.
 *
 * The bench connects to the stand-in meanwhile and has to say so. Either app keeps its user data over the rounds.
 */
export function measureStartUp(runtime: Runtime): Promise<Finding> {
  return withSteamHome(async (home) => {
    const folder = mkdtempSync(join(tmpdir(), 'benchmark-start-up-'));
    const benchData = join(folder, 'bench');
    const emptyData = join(folder, 'empty');
    const rounds: Round[] = [];
    const shown: Round[] = [];
    try {
      for (let round = 0; round <= roundCount; round += 1) {
        const empty = await startEmpty(runtime, emptyData);
        // The click opens another panel, which is remembered: every start is to be the same.
        rmSync(join(benchData, 'settings.json'), { force: true });
        const bench = await startOnce(
          startBench(runtime, home, { userData: benchData }),
          isBenchShown,
          () => document.querySelector('nav button:not([aria-current])'),
          () => document.querySelector('nav button')?.getAttribute('aria-current') === null,
        );
        // The first round fills caches.
        if (round === 0) continue;
        rounds.push({ baseline: empty.usableMs, measured: bench.usableMs });
        shown.push({ baseline: empty.shownMs, measured: bench.shownMs });
      }
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    }
    const { baseline, measured, ratio } = compareRounds(rounds);
    return {
      name: 'start-up',
      row: {
        what: 'start to usable window, connected',
        baseline: `${milliseconds(baseline)} (empty window)`,
        measured: milliseconds(measured),
        ratio: times(ratio),
        target: `≤ ${target}×`,
        isMet: ratio <= target,
      },
      figures: { unit: 'ms', baseline, measured, ratio, shown: compareRounds(shown), rounds },
    };
  });
}

function startEmpty(runtime: Runtime, userData: string): Promise<Start> {
  return startOnce(
    startApp(runtime, { entry: baselineEntry('empty-window.mjs'), userData }),
    () => document.querySelector('button')?.textContent === 'Empty window',
    () => document.querySelector('button'),
    () => document.querySelector('button')?.textContent === 'Clicked',
  );
}

interface Start {
  /** Until it is drawn. */
  readonly shownMs: number;
  /** Until a click has worked. */
  readonly usableMs: number;
}

function startOnce(
  app: RunningApp,
  isShown: () => boolean,
  findButton: () => Element | null,
  hasClicked: () => boolean,
): Promise<Start> {
  return withApps([app], async () => {
    const page = await app.page();
    await page.waitUntil(isShown);
    const shownMs = wallClock() - app.startedAt;
    await page.click(findButton);
    await page.waitUntil(hasClicked);
    return { shownMs, usableMs: wallClock() - app.startedAt };
  });
}
