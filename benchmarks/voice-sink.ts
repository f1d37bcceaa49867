import { setTimeout as delay } from 'node:timers/promises';
import { VOICE_FRAME_MS, VOICE_FRAME_SAMPLES } from '../app/voice/voice-codec.ts';
import { startBench, usableBench, withSteam, withSteamHome } from './bench-app.ts';
import { median, percentile } from './figures.ts';
import { clockAhead, type Page } from './page.ts';
import { milliseconds, type Finding } from './report.ts';
import { withApps, type Runtime } from './running-app.ts';
import { startTalk, stopTalk, withUserData } from './voice-app.ts';
import { steamPacketFrames, talk } from './voice-packets.ts';

const targetMs = 90;
const targetBufferMs = 60;
const evenSeconds = 60;
const burstSeconds = 20;
/** A pulse in one frame of so many: half a second from one to the next. */
const framesPerPulse = 25;
/** At the very end of its frame: those samples wait longest. */
const pulseSamples = 40;
const pulse = 0.9;
const ground = 0.25;

declare global {
  interface Window {
    sink: Sink;
  }
}

interface Sink {
  readonly sampleRate: number;
  /** By main’s clock: when the packets with a pulse were taken from Steam. */
  readonly takenAt: number[];
  /** By the page’s clock: when a pulse left the worklet, each pulse some times. */
  readonly leftAt: number[];
  underruns: number;
  skippedMs: number;
  blocks: number;
}

/**
 * Time from main’s taking samples from Steam to their leaving the audio worklet, while the page is blocked for 150 ms
 * every 0.7 s.
 *
 * Frames come one by one every 20 ms. Pulses in them are found again in what the worklet puts out, which an analyser
 * keeps for two thirds of a second: reading it may wait. There need not be a sound card, so what comes behind the
 * worklet is not counted. Steam’s own packets hold up to 160 ms of sound, more than the buffer: they are told beside it.
 */
export function measureVoiceSink(runtime: Runtime): Promise<Finding> {
  const settings = { panel: 'connection', voice: { loopback: 'live', targetBufferMs } };
  // What is left out is the bench’s own default.
  return withUserData(settings as Parameters<typeof withUserData>[0], (userData) =>
    withSteamHome(async (home) => {
      const bench = startBench(runtime, home, { userData });
      return withApps([bench], async () => {
        const page = await usableBench(bench);
        await page.evaluate(tapSink, { pulse, ground });
        await page.evaluate(() => window.bench.settings.set({ panel: 'voice' }));
        await page.waitUntil(() => document.querySelector('canvas[data-trace="live"]') !== null);
        await page.waitUntil(() => 'sink' in window);
        // The audio context may take its time, and so may the page to load its panels.
        await delay(3000);
        return withSteam(home, async (steam) => {
          const run = async (seconds: number, framesOf: () => number): Promise<Heard> => {
            await page.evaluate(resetSink);
            await startTalk(page);
            const frames = (seconds * 1000) / VOICE_FRAME_MS;
            const meanFrames = framesOf === oneFrame ? 1 : 6;
            await talk(steam, {
              packets: frames / meanFrames,
              framesOf,
              shapeOf: (frame) => {
                const isPulse = frame % framesPerPulse === framesPerPulse - 1;
                return (sample) => (isPulse && sample >= VOICE_FRAME_SAMPLES - pulseSamples ? pulse : ground);
              },
            });
            await delay(1000);
            const heard = await readSink(page);
            await stopTalk(page);
            return heard;
          };
          const even = await run(evenSeconds, oneFrame);
          const bursts = await run(burstSeconds, steamPacketFrames);
          const measured = median(even.latencies);
          return {
            name: 'voice-sink',
            row: {
              what: `voice samples in main → out of the audio worklet, ${targetBufferMs} ms buffer, page blocked (median)`,
              baseline: '–',
              measured:
                `${milliseconds(measured)} (95 % ≤ ${milliseconds(percentile(even.latencies, 95))}), ` +
                `${even.underruns} underruns in ${evenSeconds} s; Steam’s packets of 80 to 160 ms: ` +
                `${milliseconds(median(bursts.latencies))}, ${bursts.underruns} underruns in ${burstSeconds} s`,
              ratio: '–',
              target: `≤ ${targetMs} ms, no underrun`,
              isMet: measured <= targetMs && even.underruns === 0,
            },
            figures: { unit: 'ms', even, bursts },
          };
        });
      });
    }),
  );
}

const oneFrame = (): number => 1;

interface Heard extends Pick<Sink, 'underruns' | 'skippedMs' | 'blocks'> {
  readonly latencies: readonly number[];
  readonly pulsesSent: number;
}

async function readSink(page: Page): Promise<Heard> {
  const ahead = await clockAhead(page);
  const { takenAt, leftAt, underruns, skippedMs, blocks } = await page.evaluate(() => window.sink);
  // Each pulse was seen some times, differing by what the sound card takes at once.
  const groups: number[][] = [];
  for (const at of leftAt.map((time) => time - ahead).toSorted((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group === undefined || at - (group[0] ?? 0) > 150) groups.push([at]);
    else group.push(at);
  }
  const left = groups.map(median);
  // A pulse that was skipped has no latency; one is that of the newest that had been sent.
  const latencies = left.flatMap((at) => {
    const sent = takenAt.findLast((taken) => taken < at);
    return sent === undefined ? [] : [at - sent];
  });
  return { latencies, pulsesSent: takenAt.length, underruns, skippedMs, blocks };
}

function resetSink(): void {
  const { sink } = window;
  sink.takenAt.length = sink.leftAt.length = 0;
  sink.underruns = sink.skippedMs = sink.blocks = 0;
}

/** In the page, before its panel opens: listens to the worklet and to the second port, and blocks the page’s thread. */
function tapSink({
  pulse: pulseHeight,
  ground: groundHeight,
}: {
  readonly pulse: number;
  readonly ground: number;
}): void {
  const threshold = (pulseHeight + groundHeight) / 2;
  const sink: Sink = {
    sampleRate: 0,
    takenAt: [],
    leftAt: [],
    underruns: 0,
    skippedMs: 0,
    blocks: 0,
  };
  window.addEventListener('message', ({ data, ports }: MessageEvent<{ readonly kind?: string } | null>) => {
    if (data?.kind !== 'bench.voice') return;
    ports[1]?.addEventListener('message', ({ data: looks }: MessageEvent<Float64Array>) => {
      // Six numbers a frame: its largest sample is the second, when it was taken the last.
      for (let frame = 0; frame < looks.length; frame += 6)
        if ((looks[frame + 1] ?? 0) > threshold) sink.takenAt.push(looks[frame + 5] ?? Number.NaN);
    });
  });

  const listen = (node: AudioWorkletNode): void => {
    const { context } = node;
    const analyser = new AnalyserNode(context, { fftSize: 32_768 });
    node.connect(analyser);
    let before = { underruns: 0, skippedMs: 0 };
    node.port.addEventListener('message', ({ data }: MessageEvent<typeof before>) => {
      sink.underruns += data.underruns - before.underruns;
      sink.skippedMs += data.skippedMs - before.skippedMs;
      before = data;
    });
    const heard = new Float32Array(analyser.fftSize);
    const perMs = context.sampleRate / 1000;
    setInterval(() => {
      const now = performance.now();
      analyser.getFloatTimeDomainData(heard);
      for (let index = 1; index < heard.length; index += 1) {
        if ((heard[index] ?? 0) < threshold || (heard[index - 1] ?? 0) >= threshold) continue;
        sink.leftAt.push(performance.timeOrigin + now - (heard.length - index) / perMs);
      }
    }, 90);
    setInterval(() => {
      const until = performance.now() + 150;
      while (performance.now() < until);
      sink.blocks += 1;
    }, 700);
    window.sink = sink;
  };
  const Node = window.AudioWorkletNode;
  window.AudioWorkletNode = class extends Node {
    constructor(...given: ConstructorParameters<typeof AudioWorkletNode>) {
      super(...given);
      listen(this);
    }
  };
}
