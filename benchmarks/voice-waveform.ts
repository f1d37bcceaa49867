import { setTimeout as delay } from 'node:timers/promises';
import { startSimulatedBench, usableBench } from './bench-app.ts';
import type { PictureTimes } from '../renderer/panels/voice/talk/picture-times.ts';
import { median, percentile } from './figures.ts';
import type { Page } from './page.ts';
import { processorSeconds } from './processor-time.ts';
import { milliseconds, type Finding } from './report.ts';
import { baselineEntry, startApp, withApps, type RunningApp, type Runtime } from './running-app.ts';
import { openTrace, startTalk, stopTalk, traceSettings, traceSize, withUserData } from './voice-app.ts';

const targets = { framesPerSecond: 58, drawMs: 1, percentOfCore: 10 };
const baselineRounds = 5;
/** Of a stretch with the trace and one without. */
const pairCount = 12;
const stretchSeconds = 6;
const settleMs = 4000;
/** The trace shows ten seconds: from then on it is full. */
const fullMs = 12_000;
/** A trace that was not shown is drawn anew, and what lies below it moves. */
const showMs = 1500;

declare global {
  interface Window {
    isClearing: boolean;
    nudge: (isWanted: boolean) => void;
  }
}

/**
 * The live trace of the Voice panel while a simulated talker records: how evenly and how fast its worker draws it, and
 * what the page and the process that shows it take of a core.
 *
 * The share of the waveform is what recording takes with the trace beyond what it takes in the same take with the trace
 * not shown, and so not drawn; all that recording takes beyond a panel at rest is told beside it. Both are counted as drawing:
 * what comes is drawn into the strip, and a picture shows the strip and the level. What is put on the screen then by
 * others stands in the processor time. Two baselines, in an empty window: a canvas of that size that the page clears in
 * every frame, and one of which a worker changes a single row in every frame, which no trace that scrolls can undercut.
 */
export function measureVoiceWaveform(runtime: Runtime): Promise<Finding> {
  return withUserData(traceSettings, (userData) => {
    const bench = startSimulatedBench(runtime, { userData });
    const empty = startApp(runtime, { entry: baselineEntry('empty-window.mjs') });
    return withApps([bench, empty], async () => {
      const page = await usableBench(bench);
      const emptyPage = await empty.page();
      await emptyPage.waitUntil(() => document.querySelector('button') !== null);
      await openTrace(page);
      await emptyPage.evaluate(clearOnDemand, traceSize);
      await emptyPage.evaluate(nudgeOnDemand, traceSize);
      await delay(settleMs);
      const idle: number[] = [];
      const cleared: number[] = [];
      const nudged: number[] = [];
      for (let round = 0; round < baselineRounds; round += 1) {
        idle.push((await measureBoth(bench, empty)).bench);
        await emptyPage.evaluate(() => void (window.isClearing = true));
        cleared.push((await measureBoth(bench, empty)).empty);
        await emptyPage.evaluate(() => void (window.isClearing = false));
        await emptyPage.evaluate(() => window.nudge(true));
        nudged.push((await measureBoth(bench, empty)).empty);
        await emptyPage.evaluate(() => window.nudge(false));
      }

      const shown: number[] = [];
      const hidden: number[] = [];
      const intervalsMs: number[] = [];
      const drawsMs: number[] = [];
      await startTalk(page);
      await delay(fullMs);
      for (let pair = 0; pair < pairCount; pair += 1) {
        // In turns: what drifts while the take lasts is not always taken from the same one of the two.
        const isFirstShown = pair % 2 === 0;
        for (const isShown of [isFirstShown, !isFirstShown]) {
          await page.evaluate(showTrace, isShown);
          await delay(showMs);
          const { usage, pictures } = await withPictures(page, () => measureBoth(bench, empty));
          (isShown ? shown : hidden).push(usage.bench);
          if (isShown) {
            intervalsMs.push(...pictures.intervalsMs);
            drawsMs.push(...pictures.tookMs);
          }
        }
      }
      await stopTalk(page);
      const atRest = undisturbed(idle);

      const framesPerSecond = 1000 / median(intervalsMs);
      const drawMs = percentile(drawsMs, 99);
      const percentOfCore = undisturbed(shown) - undisturbed(hidden);
      const late = intervalsMs.filter((interval) => interval > 25).length / intervalsMs.length;
      return {
        name: 'voice-waveform',
        row: {
          what: `live waveform, ${traceSize.width}×${traceSize.height}, simulated talker: frames, draw at p99, page + GPU process`,
          baseline:
            `+${undisturbed(cleared).toFixed(1)} % of a core (empty window, canvas cleared each frame); ` +
            `+${undisturbed(nudged).toFixed(1)} % (one row of it changed each frame by a worker)`,
          measured:
            `${framesPerSecond.toFixed(1)} fps; ${milliseconds(drawMs)} (median ${milliseconds(median(drawsMs))}); ` +
            `+${percentOfCore.toFixed(1)} % (recording as a whole +${(undisturbed(shown) - atRest).toFixed(1)} %, without the trace +${(undisturbed(hidden) - atRest).toFixed(1)} %)`,
          ratio: `${signed(percentOfCore - undisturbed(cleared))} %`,
          target: `≥ ${targets.framesPerSecond} fps, ≤ ${targets.drawMs} ms, ≤ ${targets.percentOfCore} %`,
          isMet:
            framesPerSecond >= targets.framesPerSecond &&
            drawMs <= targets.drawMs &&
            percentOfCore <= targets.percentOfCore,
        },
        figures: {
          framesPerSecond,
          lateFramesPercent: 100 * late,
          drawMs: {
            median: median(drawsMs),
            p99: drawMs,
            slowest: Math.max(...drawsMs),
            count: drawsMs.length,
          },
          percentOfCore: {
            waveform: percentOfCore,
            recording: shown,
            withoutTrace: hidden,
            idle,
            cleared,
            nudged,
          },
        },
      };
    });
  });
}

/**
 * What a stretch takes where nothing disturbs it: others on the same machine make the same work take more processor time
 * (they share its caches and its cores), and nothing makes it take less.
 */
function undisturbed(stretches: readonly number[]): number {
  return percentile(stretches, 25);
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;
}

interface Usage {
  readonly bench: number;
  readonly empty: number;
}

/** Percent of a core that pages and GPU processes take in a stretch. */
async function measureBoth(bench: RunningApp, empty: RunningApp): Promise<Usage> {
  const read = ({ pid }: RunningApp): number => processorSeconds(pid, ['renderer', 'gpu-process']);
  const before = { bench: read(bench), empty: read(empty) };
  const startedAt = performance.now();
  await delay(stretchSeconds * 1000);
  const percent = 100_000 / (performance.now() - startedAt);
  return { bench: (read(bench) - before.bench) * percent, empty: (read(empty) - before.empty) * percent };
}

interface Pictures {
  readonly intervalsMs: readonly number[];
  readonly tookMs: readonly number[];
}

/** The pictures that were drawn while something was measured; none where the trace was not shown. */
async function withPictures(
  page: Page,
  measure: () => Promise<Usage>,
): Promise<{ readonly usage: Usage; readonly pictures: Pictures }> {
  const before = await page.evaluate(readPictures);
  const from = before.at.at(-1) ?? 0;
  const usage = await measure();
  const after = await page.evaluate(readPictures);
  // The log holds more than a stretch has.
  const first = after.at.findIndex((time) => time > from);
  if (first < 0) return { usage, pictures: { intervalsMs: [], tookMs: [] } };
  const at = after.at.slice(first);
  return {
    usage,
    pictures: {
      intervalsMs: at.slice(1).map((time, index) => time - (at[index] ?? Number.NaN)),
      tookMs: [...after.tookMs.slice(first), ...after.framesTookMs.slice(before.framesTookMs.length)],
    },
  };
}

// These are sent to their page as text and so hold all that they need.

/** The newest pictures of the live trace, as its worker tells whoever asks: see `PICTURES_CHANNEL`. */
function readPictures(): Promise<PictureTimes> {
  const channel = new BroadcastChannel('bench.live-pictures');
  return new Promise((resolve) => {
    channel.addEventListener('message', ({ data }: MessageEvent<PictureTimes>) => {
      channel.close();
      resolve(data);
    });
    channel.postMessage('ask');
  });
}

/** A trace that is not shown has no place in the window, and so its worker draws none. */
function showTrace(isShown: boolean): void {
  const place = document.querySelector<HTMLCanvasElement>('canvas[data-trace="live"]')?.parentElement;
  if (place === null || place === undefined) throw new Error('There is no live trace.');
  place.style.display = isShown ? '' : 'none';
}

/** A canvas that is cleared in every frame as long as it is wanted. */
function clearOnDemand({ width, height }: { readonly width: number; readonly height: number }): void {
  window.isClearing = false;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  document.body.append(canvas);
  const context = canvas.getContext('2d');
  const clear = (): void => {
    context?.clearRect(0, 0, width, height);
    next();
  };
  const next = (): void => {
    if (window.isClearing) requestAnimationFrame(clear);
    else setTimeout(next, 100);
  };
  next();
}

/** A canvas of which a worker changes one row in every frame as long as it is wanted. */
function nudgeOnDemand({
  width,
  height,
}: {
  readonly width: number;
  readonly height: number;
}): Promise<void> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  document.body.append(canvas);
  const source = `
    let context, isWanted = false, pictures = 0;
    const picture = () => {
      if (!isWanted) return;
      pictures += 1;
      context.fillStyle = pictures % 2 === 0 ? '#345' : '#456';
      context.fillRect(0, 0, ${width}, 1);
      requestAnimationFrame(picture);
    };
    addEventListener('message', ({ data }) => {
      if (typeof data === 'boolean') {
        isWanted = data;
        requestAnimationFrame(picture);
      } else {
        context = data.getContext('2d', { alpha: false });
        postMessage('ready');
      }
    });`;
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  window.nudge = (isWanted) => worker.postMessage(isWanted);
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', () => resolve());
    worker.addEventListener('error', () => reject(new Error('The worker of the baseline did not start.')));
    const offscreen = canvas.transferControlToOffscreen();
    worker.postMessage(offscreen, [offscreen]);
  });
}
