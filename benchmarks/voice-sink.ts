import { setTimeout as delay } from 'node:timers/promises';
import { VOICE_FRAME_MS, VOICE_FRAME_SAMPLES, VOICE_SAMPLE_RATE } from '../app/voice/voice-codec.ts';
import type { SteamClientDouble } from '../e2e/steam-client-double/steam-client-double.ts';
import { isBenchShown, startBench, usableBench, withSteam, withSteamHome } from './bench-app.ts';
import { median, percentile } from './figures.ts';
import { clockAhead, type Page } from './page.ts';
import { milliseconds, type Finding } from './report.ts';
import { withApps, type Runtime } from './running-app.ts';
import { latenciesOf, pulseLevels, pulsesOf, silencesOf, type SinkRecording } from './sink-recording.ts';
import { isTapped, readTap, resetTap, tapSink, type SinkCounts, type TappedSink } from './sink-tap.ts';
import { startTalk, stopTalk, withUserData } from './voice-app.ts';
import { steamPacketFrames, talk, type FrameShape } from './voice-packets.ts';

const targetMs = 90;
const targetBufferMs = 60;
const evenSeconds = 60;
const burstSeconds = 60;
/** A pulse in one frame of so many: half a second from one to the next. */
const framesPerPulse = 25;
/** At the very end of its frame: those samples wait longest. */
const pulseSamples = 40;
const groundHertz = 250;
const ground = 0.25;
/** Longer without sound it is a gap: the tone passes zero in microseconds. */
const gapMs = 10;

/**
 * Time from main’s taking samples from Steam to their leaving the audio worklet, while the page is blocked for 150 ms
 * every 0.7 s.
 *
 * Frames come one by one every 20 ms, with one tone that never ends and pulses in it. What the worklet puts out is
 * recorded in its own thread, whole: the pulses are found again there, and there is no gap in the tone. There need not
 * be a sound card, so what comes behind the worklet is not counted. Steam’s own packets hold up to 160 ms of sound, more
 * than the buffer: they are told beside it.
 */
export function measureVoiceSink(runtime: Runtime): Promise<Finding> {
  const settings = { panel: 'connection', voice: { loopback: 'live', targetBufferMs } };
  // What is left out is the bench’s own default.
  return withUserData(settings as Parameters<typeof withUserData>[0], (userData) =>
    withSteamHome(async (home) => {
      const bench = startBench(runtime, home, { userData });
      return withApps([bench], async () => {
        const page = await usableBench(bench);
        await tapSink(page);
        await page.waitUntil(isBenchShown);
        await page.evaluate(() => window.bench.settings.set({ panel: 'voice' }));
        await page.waitUntil(() => document.querySelector('canvas[data-trace="live"]') !== null);
        await page.waitUntil(isTapped);
        // The page may take its time to load its panels.
        await delay(3000);
        return withSteam(home, async (steam) => {
          const even = await hear(page, steam, evenSeconds, () => 1);
          const bursts = await hear(page, steam, burstSeconds, steamPacketFrames);
          const measured = median(even.latencies);
          return {
            name: 'voice-sink',
            row: {
              what: `voice samples in main → out of the audio worklet, ${targetBufferMs} ms buffer, page blocked (median)`,
              baseline: '–',
              measured: `${textOf(even)}; Steam’s packets of 80 to 160 ms: ${textOf(bursts)}`,
              ratio: '–',
              target: `≤ ${targetMs} ms, no underrun, no gap`,
              isMet: measured <= targetMs && even.underruns === 0 && even.gaps.length === 0,
            },
            figures: { unit: 'ms', even, bursts },
          };
        });
      });
    }),
  );
}

interface Heard extends SinkCounts {
  readonly seconds: number;
  /** In the order in which the pulses were heard. */
  readonly latencies: readonly number[];
  readonly pulsesSent: number;
  /** In the tone, from the first pulse to the last. */
  readonly gaps: readonly { readonly fromMs: number; readonly ms: number }[];
  readonly heardSeconds: number;
  /** The longest times without a packet: what no buffer of that length gets over. */
  readonly longestWithoutMs: { readonly atSteam: number; readonly inMain: number };
}

async function hear(
  page: Page,
  steam: SteamClientDouble,
  seconds: number,
  framesOf: () => number,
): Promise<Heard> {
  const packets: number[] = [];
  for (let left = (seconds * 1000) / VOICE_FRAME_MS; left > 0; left -= packets.at(-1) ?? left)
    packets.push(Math.min(left, framesOf()));
  await resetTap(page);
  await delay(500);
  await startTalk(page);
  const queuedAt = await talk(steam, {
    packets: packets.length,
    framesOf: (packet) => packets[packet] ?? 1,
    shapeOf,
  });
  await delay(1000);
  const tapped = await readTap(page);
  if (tapped.counts.worklets !== 1) throw new Error(`The page opened ${tapped.counts.worklets} worklets.`);
  const ahead = await clockAhead(page);
  await stopTalk(page);
  const longestWithoutMs = { atSteam: longestStep(queuedAt), inMain: longestStep(tapped.takenAt) };
  return { seconds, ...figuresOf(tapped, ahead), ...tapped.counts, longestWithoutMs };
}

function longestStep(times: readonly number[]): number {
  return Math.max(...times.slice(1).map((time, index) => time - (times[index] ?? time)));
}

/** One tone over all frames, and now and then a pulse in its place. */
function shapeOf(frame: number): FrameShape {
  const isPulse = frame % framesPerPulse === framesPerPulse - 1;
  const level = pulseLevels[Math.floor(frame / framesPerPulse) % pulseLevels.length] ?? 1;
  return (sample) => {
    if (isPulse && sample >= VOICE_FRAME_SAMPLES - pulseSamples) return level;
    const second = (frame * VOICE_FRAME_SAMPLES + sample) / VOICE_SAMPLE_RATE;
    return ground * Math.sin(2 * Math.PI * groundHertz * second);
  };
}

function figuresOf({ recording, sent }: TappedSink, ahead: number) {
  const heard = pulsesOf(recording).map(({ level, at }) => ({ level, at: at - ahead }));
  const speech = speechOf(recording);
  expectGapsToShow(speech);
  return {
    latencies: latenciesOf(sent, heard),
    pulsesSent: sent.length,
    gaps: silencesOf(speech, gapMs),
    heardSeconds: speech.samples.length / speech.sampleRate,
  };
}

/** From the first sound to the last: before and after it there is none. */
function speechOf(recording: SinkRecording): SinkRecording {
  const { samples, sampleRate } = recording;
  const silences = silencesOf(recording, gapMs);
  const [before, after] = [silences[0], silences.at(-1)];
  if (before?.fromMs !== 0 || after === undefined) throw new Error('Silence before the tone is not seen.');
  const sampleAt = (ms: number): number => Math.round((ms * sampleRate) / 1000);
  const until = after.fromMs > before.ms ? sampleAt(after.fromMs) : samples.length;
  return { ...recording, samples: samples.subarray(sampleAt(before.ms), until) };
}

/** A look that finds no gap says nothing unless it finds one that is there. */
function expectGapsToShow(speech: SinkRecording): void {
  const samples = speech.samples.slice();
  const from = Math.round(samples.length / 2);
  samples.fill(0, from, from + Math.round((speech.sampleRate * 1.5 * gapMs) / 1000));
  if (silencesOf({ ...speech, samples }, gapMs).length === 0)
    throw new Error('A gap in the tone would not be seen.');
}

function textOf({ latencies, underruns, concealedMs, gaps, seconds, longestWithoutMs }: Heard): string {
  const silentMs = gaps.reduce((sum, { ms }) => sum + ms, 0);
  return (
    `${milliseconds(median(latencies))} (95 % ≤ ${milliseconds(percentile(latencies, 95))}), ` +
    `${underruns} underruns, ${Math.round(concealedMs)} ms concealed, ${Math.round(silentMs)} ms silent in ${seconds} s ` +
    `(packets up to ${Math.round(longestWithoutMs.inMain)} ms apart)`
  );
}
