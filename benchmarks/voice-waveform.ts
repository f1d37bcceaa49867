import { setTimeout as delay } from 'node:timers/promises';
import { startSimulatedBench, usableBench } from './bench-app.ts';
import { median, percentile } from './figures.ts';
import type { Page } from './page.ts';
import { processorSeconds } from './processor-time.ts';
import { milliseconds, type Finding } from './report.ts';
import { baselineEntry, startApp, withApps, type RunningApp, type Runtime } from './running-app.ts';
import { openTrace, startTalk, stopTalk, traceSize, withUserData } from './voice-app.ts';

const targets = { framesPerSecond: 58, drawMs: 1, percentOfCore: 10 };
const roundCount = 3;
const roundSeconds = 10;
const settleMs = 4000;

declare global {
  interface Window {
    /** Of the live trace: when its pictures were due, and how long each took, in milliseconds. */
    drawing: { readonly at: number[]; readonly tookMs: number[]; isBlind: boolean };
    isClearing: boolean;
  }
}

/**
 * The live trace of the Voice panel while a simulated talker records: how evenly and how fast it is drawn, and what the
 * page and the process that shows it take of a core beyond a panel at rest.
 *
 * The time of a picture is that of the whole callback, from filling its columns to the level: what is painted then is
 * put on the screen by others, and stands in the processor time. The baseline is an empty window whose canvas of that
 * size is cleared in every frame. What the panel takes without painting is told beside it, by a trace that paints nothing.
 */
export function measureVoiceWaveform(runtime: Runtime): Promise<Finding> {
  return withUserData({ panel: 'voice', window: { width: 1500, height: 900 } }, (userData) => {
    const bench = startSimulatedBench(runtime, { userData });
    const empty = startApp(runtime, { entry: baselineEntry('empty-window.mjs') });
    return withApps([bench, empty], async () => {
      const page = await usableBench(bench);
      const emptyPage = await empty.page();
      await emptyPage.waitUntil(() => document.querySelector('button') !== null);
      await openTrace(page);
      await page.evaluate(watchDrawing);
      await emptyPage.evaluate(clearOnDemand, traceSize);
      await delay(settleMs);

      const cleared: number[] = [];
      const drawn: number[] = [];
      const unpainted: number[] = [];
      const intervalsMs: number[] = [];
      const drawsMs: number[] = [];
      for (let round = 0; round < roundCount; round += 1) {
        const idle = await measureBoth(bench, empty);
        await emptyPage.evaluate(() => void (window.isClearing = true));
        cleared.push((await measureBoth(bench, empty)).empty - idle.empty);
        await emptyPage.evaluate(() => void (window.isClearing = false));

        const recorded = await record(page, () => measureBoth(bench, empty), false);
        drawn.push(recorded.usage.bench - idle.bench);
        intervalsMs.push(...recorded.intervalsMs);
        drawsMs.push(...recorded.tookMs);
        unpainted.push((await record(page, () => measureBoth(bench, empty), true)).usage.bench - idle.bench);
      }

      const framesPerSecond = 1000 / median(intervalsMs);
      const drawMs = percentile(drawsMs, 99);
      const percentOfCore = median(drawn);
      const late = intervalsMs.filter((interval) => interval > 25).length / intervalsMs.length;
      return {
        name: 'voice-waveform',
        row: {
          what: `live waveform, ${traceSize.width}×${traceSize.height}, simulated talker: frames, draw at p99, page + GPU process`,
          baseline: `+${median(cleared).toFixed(1)} % of a core (empty window, canvas cleared each frame)`,
          measured:
            `${framesPerSecond.toFixed(1)} fps; ${milliseconds(drawMs)} (median ${milliseconds(median(drawsMs))}); ` +
            `+${percentOfCore.toFixed(1)} %, without painting +${median(unpainted).toFixed(1)} %`,
          ratio: `+${(percentOfCore - median(cleared)).toFixed(1)} %`,
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
          percentOfCore: { drawn, unpainted, cleared },
        },
      };
    });
  });
}

interface Usage {
  readonly bench: number;
  readonly empty: number;
}

/** Percent of a core that pages and GPU processes take in a round. */
async function measureBoth(bench: RunningApp, empty: RunningApp): Promise<Usage> {
  const read = ({ pid }: RunningApp): number => processorSeconds(pid, ['renderer', 'gpu-process']);
  const before = { bench: read(bench), empty: read(empty) };
  const startedAt = performance.now();
  await delay(roundSeconds * 1000);
  const percent = 100_000 / (performance.now() - startedAt);
  return { bench: (read(bench) - before.bench) * percent, empty: (read(empty) - before.empty) * percent };
}

interface Recorded {
  readonly usage: Usage;
  readonly intervalsMs: readonly number[];
  readonly tookMs: readonly number[];
}

async function record(page: Page, measure: () => Promise<Usage>, isBlind: boolean): Promise<Recorded> {
  await startTalk(page);
  // The trace starts, and its window is half full.
  await delay(settleMs);
  await page.evaluate((isToBeBlind) => {
    window.drawing.at.length = window.drawing.tookMs.length = 0;
    window.drawing.isBlind = isToBeBlind;
  }, isBlind);
  const usage = await measure();
  const { at, tookMs } = await page.evaluate(() => window.drawing);
  await page.evaluate(() => void (window.drawing.isBlind = false));
  await stopTalk(page);
  // The level falls, and the trace comes to rest.
  await delay(settleMs);
  return { usage, tookMs, intervalsMs: at.slice(1).map((time, index) => time - (at[index] ?? Number.NaN)) };
}

// These are sent to their page as text and so hold all that they need.

/** Times each frame's callback that draws the trace: it is known by clearing the canvas. */
function watchDrawing(): void {
  const drawing: Window['drawing'] = { at: [], tookMs: [], isBlind: false };
  window.drawing = drawing;
  const context = document.querySelector<HTMLCanvasElement>('canvas[data-trace="live"]')?.getContext('2d');
  if (context === null || context === undefined) throw new Error('There is no live trace.');
  const clearRect = context.clearRect.bind(context);
  const fillRect = context.fillRect.bind(context);
  const fillText = context.fillText.bind(context);
  let pictures = 0;
  context.clearRect = (...area) => {
    pictures += 1;
    if (!drawing.isBlind) clearRect(...area);
  };
  context.fillRect = (...area) => {
    if (!drawing.isBlind) fillRect(...area);
  };
  context.fillText = (...words) => {
    if (!drawing.isBlind) fillText(...words);
  };
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    request((at) => {
      const before = pictures;
      const startedAt = performance.now();
      callback(at);
      if (pictures === before) return;
      drawing.at.push(at);
      drawing.tookMs.push(performance.now() - startedAt);
    });
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
