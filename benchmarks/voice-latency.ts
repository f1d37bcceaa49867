import { setTimeout as delay } from 'node:timers/promises';
import { POLL_MS } from '../app/voice/recorder.ts';
import { liveWidth } from '../renderer/panels/voice/talk/live-layout.ts';
import { startBench, usableBench, withSteam, withSteamHome } from './bench-app.ts';
import { median, percentile, wallClock } from './figures.ts';
import { milliseconds, type Finding } from './report.ts';
import { withApps, type Runtime } from './running-app.ts';
import { openScreenPixels, type ScreenPixels } from './screen-pixels.ts';
import { openTrace, startTalk, stopTalk, traceSettings, traceSize, withUserData } from './voice-app.ts';
import { steamPacketFrames, talk } from './voice-packets.ts';

const frameMs = 1000 / 60;
const target = POLL_MS + 2 * frameMs;
const loudCount = 100;
/** One packet in so many ends with a loud frame: by then the one before has left the columns that are looked at. */
const packetsPerLoud = 4;
/** What a loud frame counts for that no picture showed before it was gone again: the page stood still. */
const unseenMs = 1000;

/** Eight frames of 2.3 columns that the edge of the trace may be ahead, and the loud one. */
const columns = 24;
/** High above the middle: only a loud frame reaches it. */
const row = 22;

/**
 * Time from a packet’s being there for GetVoice to the pixels of the screen that show its last frame.
 *
 * Steam’s packets of four to eight frames come as they are spoken; one in four ends with a loud frame. The rightmost
 * pixels of the live trace are read from the memory of the display, some hundred times a second: nothing of the bench
 * is asked, and nothing is added for the way to the screen.
 */
export function measureVoiceLatency(runtime: Runtime): Promise<Finding> {
  return withUserData(traceSettings, (userData) =>
    withSteamHome(async (home) => {
      const screen = openScreenPixels();
      const bench = startBench(runtime, home, { userData });
      return withApps([bench], async () => {
        const page = await usableBench(bench);
        await openTrace(page);
        const place = await page.evaluate(placeOnScreen);
        return withSteam(home, async (steam) => {
          const watch = watchPixels(screen, place);
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
          const seenAt = watch.stop();
          await stopTalk(page);

          const loudAt = queuedAt.filter((_, packet) => isLoud(packet));
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
              what: 'voice packet in Steam → pixel of the display (median)',
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
            },
          };
        });
      }).finally(() => screen.close());
    }),
  );
}

interface Place {
  readonly left: number;
  readonly top: number;
}

/** In the page: where the trace is on the display, whose pixels are those of the page here. */
function placeOnScreen(): Place {
  const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-trace="live"]');
  if (canvas === null || devicePixelRatio !== 1) throw new Error('There is no live trace of whole pixels.');
  const { left, top } = canvas.getBoundingClientRect();
  // Without a window manager there is no frame; a menu would stand above the page.
  return { left: screenX + left, top: screenY + outerHeight - innerHeight + top };
}

/**
 * Looks at the right end of the trace as often as timers come. A loud frame is at least two columns beside each other
 * that differ from the ground; a line of the grid is one. Answers, once stopped, when each loud frame was first seen.
 */
function watchPixels(screen: ScreenPixels, { left, top }: Place): { stop(): readonly number[] } {
  const seenAt: number[] = [];
  const right = Math.round(left) + liveWidth({ ...traceSize, ratio: 1 });
  const look = (): Uint32Array => screen.row(right - columns, Math.round(top) + row, columns);
  const ground = look()[0];
  let wasLoud = false;
  const timer = setInterval(() => {
    let beside = 0;
    let isLoud = false;
    for (const pixel of look()) {
      beside = pixel === ground ? 0 : beside + 1;
      isLoud ||= beside >= 2;
    }
    if (isLoud && !wasLoud) seenAt.push(wallClock());
    wasLoud = isLoud;
  }, 1);
  return {
    stop() {
      clearInterval(timer);
      return seenAt;
    },
  };
}
