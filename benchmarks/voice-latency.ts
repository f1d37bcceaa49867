import { setTimeout as delay } from 'node:timers/promises';
import { POLL_MS } from '../app/voice/recorder.ts';
import { startBench, usableBench, withSteam, withSteamHome } from './bench-app.ts';
import { median, percentile } from './figures.ts';
import { clockAhead } from './page.ts';
import { milliseconds, type Finding } from './report.ts';
import { withApps, type Runtime } from './running-app.ts';
import { openTrace, startTalk, stopTalk, traceSettings, withUserData } from './voice-app.ts';
import { steamPacketFrames, talk } from './voice-packets.ts';

const frameMs = 1000 / 60;
const target = POLL_MS + 2 * frameMs;
const loudCount = 100;
/** One packet in so many ends with a loud frame: by then the one before has left the columns that are looked at. */
const packetsPerLoud = 4;
/** What a loud frame counts for that no picture showed before it was gone again: the page stood still. */
const unseenMs = 1000;

declare global {
  interface Window {
    seen: { readonly at: number[]; readonly lookedMs: number[] };
  }
}

/**
 * Time from a packet’s being there for GetVoice to the picture whose pixels show its last frame.
 *
 * Steam’s packets of four to eight frames come as they are spoken; one in four ends with a loud frame. The page reads
 * the rightmost pixels of the live trace in each of its frames: what the worker drew has come to the page’s canvas by
 * then, and to the screen’s process as well. One frame more is added for the screen to show it.
 */
export function measureVoiceLatency(runtime: Runtime): Promise<Finding> {
  return withUserData(traceSettings, (userData) =>
    withSteamHome(async (home) => {
      const bench = startBench(runtime, home, { userData });
      return withApps([bench], async () => {
        const page = await usableBench(bench);
        await openTrace(page);
        return withSteam(home, async (steam) => {
          await page.evaluate(watchPixels);
          await startTalk(page);
          const isLoud = (packet: number): boolean => packet % packetsPerLoud === packetsPerLoud - 1;
          const queuedAt = await talk(steam, {
            packets: loudCount * packetsPerLoud,
            framesOf: steamPacketFrames,
            shapeOf: (_frame, packet, isLast) => {
              const amplitude = isLast && isLoud(packet) ? 0.9 : 0.05;
              return (sample) => amplitude * Math.sin((sample * Math.PI) / 12);
            },
          });
          await delay(1000);
          const ahead = await clockAhead(page);
          const { at, lookedMs } = await page.evaluate(() => window.seen);
          await stopTalk(page);

          const loudAt = queuedAt.filter((_, packet) => isLoud(packet));
          const seenAt = at.map((time) => time - ahead + frameMs);
          const latencies = loudAt.map((sentAt, index) => {
            const next = loudAt[index + 1] ?? Number.POSITIVE_INFINITY;
            const seen = seenAt.find((time) => time >= sentAt && time < next);
            return seen === undefined ? unseenMs : seen - sentAt;
          });
          const unseen = latencies.filter((latency) => latency === unseenMs).length;
          if (unseen > loudCount / 2) throw new Error(`${unseen} of ${loudCount} loud frames were not seen.`);
          const measured = median(latencies);
          return {
            name: 'voice-latency',
            row: {
              what: 'voice packet in Steam → pixel on the screen (median; the screen itself counted as one frame)',
              baseline: '–',
              measured: `${milliseconds(measured)} (95 % ≤ ${milliseconds(percentile(latencies, 95))})`,
              ratio: '–',
              target: `≤ ${target.toFixed(1)} ms (a poll and two frames)`,
              isMet: measured <= target,
            },
            figures: {
              unit: 'ms',
              median: measured,
              p95: percentile(latencies, 95),
              slowest: Math.max(...latencies),
              unseen,
              count: latencies.length,
              pixelsReadMs: { median: median(lookedMs), p99: percentile(lookedMs, 99) },
            },
          };
        });
      });
    }),
  );
}

/**
 * In the page: looks at the right end of the trace in each frame. A loud frame is at least two columns beside each other
 * that differ high above the middle from the ground; a line of the grid is one.
 */
function watchPixels(): void {
  const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-trace="live"]');
  // Eight frames of 2.4 columns that the edge may be ahead, and the loud one.
  const columns = 24;
  const row = 22;
  // A worker draws the trace: its pixels are read from a copy.
  const copy = new OffscreenCanvas(columns, 1).getContext('2d', { willReadFrequently: true });
  if (canvas === null || copy === null) throw new Error('There is no live trace.');
  const seen: Window['seen'] = { at: [], lookedMs: [] };
  window.seen = seen;
  let ground: number | undefined;
  let wasLoud = false;
  const isLoud = (): boolean => {
    copy.drawImage(canvas, canvas.width - columns, row, columns, 1, 0, 0, columns, 1);
    const pixels = new Uint32Array(copy.getImageData(0, 0, columns, 1).data.buffer);
    ground ??= pixels[0];
    let beside = 0;
    for (const pixel of pixels) {
      beside = pixel === ground ? 0 : beside + 1;
      if (beside >= 2) return true;
    }
    return false;
  };
  const look = (): void => {
    const lookedAt = performance.now();
    const isNowLoud = isLoud();
    seen.lookedMs.push(performance.now() - lookedAt);
    if (isNowLoud && !wasLoud) seen.at.push(performance.timeOrigin + lookedAt);
    wasLoud = isNowLoud;
    requestAnimationFrame(look);
  };
  look();
}
