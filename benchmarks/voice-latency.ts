import { setTimeout as delay } from 'node:timers/promises';
import { POLL_MS } from '../app/voice/recorder.ts';
import { startBench, usableBench, withSteam, withSteamHome } from './bench-app.ts';
import { median, percentile } from './figures.ts';
import { clockAhead } from './page.ts';
import { milliseconds, type Finding } from './report.ts';
import { withApps, type Runtime } from './running-app.ts';
import { openTrace, startTalk, stopTalk, withUserData } from './voice-app.ts';
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
 * the rightmost pixels of the live trace after each picture, and takes the time when that frame of the page has been
 * made. One frame more is added for the screen to show it.
 */
export function measureVoiceLatency(runtime: Runtime): Promise<Finding> {
  return withUserData({ panel: 'voice' }, (userData) =>
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
 * In the page: looks at the right end of the trace after each picture. A loud frame is at least two columns beside each
 * other high above the middle; a line of the grid is one.
 */
function watchPixels(): void {
  const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-trace="live"]');
  const context = canvas?.getContext('2d');
  if (canvas === null || context === null || context === undefined)
    throw new Error('There is no live trace.');
  const seen: Window['seen'] = { at: [], lookedMs: [] };
  window.seen = seen;
  // Eight frames of 2.4 columns that the edge may be ahead, and the loud one.
  const columns = 24;
  const row = 22;
  let wasLoud = false;
  const isLoud = (): boolean => {
    const { data } = context.getImageData(canvas.width - columns, row, columns, 1);
    let beside = 0;
    for (let alpha = 3; alpha < data.length; alpha += 4) {
      beside = (data[alpha] ?? 0) > 60 ? beside + 1 : 0;
      if (beside >= 2) return true;
    }
    return false;
  };
  const clearRect = context.clearRect.bind(context);
  let pictures = 0;
  context.clearRect = (...area) => {
    pictures += 1;
    clearRect(...area);
  };
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    request((at) => {
      const before = pictures;
      callback(at);
      if (pictures === before) return;
      const lookedAt = performance.now();
      const isNowLoud = isLoud();
      seen.lookedMs.push(performance.now() - lookedAt);
      if (isNowLoud && !wasLoud) {
        // Later than the frame is made, not before.
        setTimeout(() => seen.at.push(performance.timeOrigin + performance.now()));
      }
      wasLoud = isNowLoud;
    });
}
