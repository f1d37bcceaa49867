import type { Page, TestInfo } from '@playwright/test';
import type { TakeCard } from '../../app/voice/voice.ts';
import { pcmOfSound } from '../../app/voice/wav/read-wav.ts';
import { loadOpusCodec } from '../../main/voice/opus-codec.ts';
import { decodeInBrowser } from '../audio/browser-decoder.ts';
import { findSpeech, heardOf, likenessText } from '../audio/heard-speech.ts';
import type { SoundRecorder } from '../audio/sound-recorder.ts';
import { hasSoundServer, type SoundServer } from '../audio/sound-server.ts';
import { beginningOf, secondsOf, SENTENCE, speak, type Sound } from '../audio/speech.ts';
import {
  recordedOf,
  setPace,
  setVoice,
  startTake,
  stopTake,
  takenApart,
  talkInto,
  untilHeard,
  wavOf,
} from '../audio/voice-bench.ts';
import { expect, test } from '../fixtures.ts';
import type { RunningBench } from '../launch.ts';
import { BenchWindow } from '../pages/bench-window.ts';
import { VoicePanel } from '../pages/voice-panel.ts';

/**
 * Chromium’s largest output buffer, 170 ms. With its own, of 10 ms, a machine with busy cores plays gaps, and those are
 * none of the bench’s.
 */
const calmly = ['--client=simulated', '--audio-buffer-size=8192'];
/** Above Chromium’s buffer: each takes that much out of the jitter buffer at once. */
const LIVE_BUFFER_MS = 400;

/** A take is played at one speed, without gaps. */
const TAKE_REACH_MS = 5;
/** Live it may skip and run dry. */
const LIVE_REACH_MS = 500;

const SHORT_SECONDS = 3;
const SLOWLY = 0.3;

/** Speaks into a take while it is heard live, then plays the take: what the loudspeaker was given of both. */
async function speakAndPlay(
  { page }: RunningBench,
  soundServer: SoundServer,
  spoken: Sound,
): Promise<{ readonly live: Sound; readonly played: Sound }> {
  const panel = new VoicePanel(page);
  await new BenchWindow(page).open('Voice');
  await talkInto(page, spoken);
  await setVoice(page, { loopback: 'live', targetBufferMs: LIVE_BUFFER_MS });
  const liveRecorder = await soundServer.record();
  await startTake(page);
  await untilHeard(page, secondsOf(spoken));
  const { name } = await wholeTake(page, await stopTake(page), spoken);
  const live = await endingOf(liveRecorder);

  const recorder = await soundServer.record();
  await panel.button(`Play ${name}`).click();
  await expect(panel.button(`Stop ${name}`)).toBeVisible();
  await expect(panel.button(`Play ${name}`)).toBeVisible({ timeout: 20_000 });
  return { live, played: await endingOf(recorder) };
}

/** The take, or where a machine that stood still lost a second of it another, spoken so slowly that none is lost. */
async function wholeTake(page: Page, take: TakeCard, spoken: Sound): Promise<TakeCard> {
  if (take.lossPercent === 0) return take;
  await setPace(page, SLOWLY);
  await startTake(page, 'Spoken slowly');
  await untilHeard(page, secondsOf(spoken), 1 / SLOWLY);
  await setPace(page, 1);
  return stopTake(page);
}

/** What the page has played comes through buffers: so much later all of it is there. */
async function endingOf(recorder: SoundRecorder): Promise<Sound> {
  const playedBy = recorder.seconds();
  await expect.poll(() => recorder.seconds()).toBeGreaterThan(playedBy + 1);
  return recorder.stop();
}

function note(testInfo: TestInfo, description: string): void {
  testInfo.annotations.push({ type: 'measured', description });
}

test.skip(process.platform !== 'linux', 'What speaks and records here is Linux’s.');

test.describe.configure({ timeout: 150_000 });

test('speech with a hole in it, or late from there on, is not found whole', () => {
  const spoken = beginningOf(speak(SENTENCE), SHORT_SECONDS);
  const { samples, sampleRate } = spoken;
  const unheard = (heard: Int16Array<ArrayBuffer>): number => {
    const windows = findSpeech(spoken, { samples: heard, sampleRate }, TAKE_REACH_MS);
    return windows.length - heardOf(windows);
  };
  const from = 1.2 * sampleRate;
  const to = from + 0.15 * sampleRate;
  expect(unheard(samples)).toBe(0);
  expect(unheard(samples.map((sample, at) => (at >= from && at < to ? 0 : sample)))).toBe(1);
  const gap = Array.from<number>({ length: 0.02 * sampleRate }).fill(0);
  const late = [...samples.slice(0, from), ...gap, ...samples.slice(from)];
  expect(unheard(Int16Array.from(late))).toBeGreaterThanOrEqual(2);
});

test.describe('voice, as the loudspeaker was given it,', () => {
  test.skip(!hasSoundServer(), 'There is no PulseAudio server to play to: PipeWire has its place here.');

  test('is what was spoken, in every half second of speech, and heard live before', async ({
    launch,
    soundServer,
  }, testInfo) => {
    const sentence = speak(SENTENCE);
    const bench = await launch({ flags: calmly, environment: soundServer.environment });
    const { live, played } = await speakAndPlay(bench, soundServer, sentence);
    const ofTake = findSpeech(sentence, played, TAKE_REACH_MS);
    const ofLive = findSpeech(sentence, live, LIVE_REACH_MS);
    note(testInfo, `take: ${likenessText(ofTake)}; live: ${likenessText(ofLive)}, heard ${heardOf(ofLive)}`);
    expect(ofTake.length).toBeGreaterThan(10);
    expect(heardOf(ofTake), likenessText(ofTake)).toBe(ofTake.length);
    // By chance no stretch is that much like speech; how many run dry live is up to the cores.
    expect(heardOf(ofLive), likenessText(ofLive)).toBeGreaterThanOrEqual(3);
  });

  test('is missed where the app is muted', async ({ launch, soundServer }, testInfo) => {
    const flags = [...calmly, '--mute-audio'];
    const bench = await launch({ flags, environment: soundServer.environment });
    const words = beginningOf(speak(SENTENCE), SHORT_SECONDS);
    const { live, played } = await speakAndPlay(bench, soundServer, words);
    for (const [sound, reachMs] of [
      [played, TAKE_REACH_MS],
      [live, LIVE_REACH_MS],
    ] as const) {
      const windows = findSpeech(words, sound, reachMs);
      note(testInfo, likenessText(windows));
      expect(sound.samples.every((sample) => sample === 0)).toBe(true);
      expect(windows.length).toBeGreaterThan(4);
      expect(heardOf(windows)).toBe(0);
    }
  });
});

test.describe('voice, decoded', () => {
  test('by Chromium, is the same to the last bit of 16, and the take is that', async ({
    launch,
  }, testInfo) => {
    const { page, userData } = await launch();
    await talkInto(page, speak(SENTENCE));
    await startTake(page);
    await untilHeard(page, SHORT_SECONDS);
    const take = await stopTake(page);
    const packets = await recordedOf(userData, take.id);
    const frames = packets.flatMap((packet) => takenApart(packet).frames.map(({ bytes }) => bytes.slice()));

    const theirs = await decodeInBrowser(page, frames);
    expect(theirs.sampleRate).toBe(48_000);
    // The bench decodes at 24 kHz alone, Chromium at 48 kHz alone; libopus does both.
    const decoder = (await loadOpusCodec()).createDecoder(theirs.sampleRate as 24_000);
    const ours = frames.flatMap((frame) => [...(decoder.decode(frame) ?? [])]);
    decoder.free();
    const differences = ours.map((sample, at) => Math.abs(sample - (theirs.samples[at] ?? Infinity)));
    const largest = differences.reduce((most, difference) => Math.max(most, difference), 0);
    note(testInfo, `${frames.length} frames, ${ours.length} samples, largest difference ${largest}`);
    expect(theirs.samples).toHaveLength(frames.length * 960);
    expect(ours).toHaveLength(theirs.samples.length);
    // Where a float lies half-way between two of 16 bits each side rounds its own way.
    expect(largest).toBeLessThanOrEqual(1);

    const wav = await wavOf(userData, take.id);
    const inTake = findSpeech(theirs, { samples: pcmOfSound(wav), sampleRate: wav.sampleRate }, 1);
    note(testInfo, `the take: ${likenessText(inTake)}`);
    expect(inTake.length).toBeGreaterThan(4);
    expect(Math.min(...inTake.map(({ likeness }) => likeness))).toBeGreaterThan(0.99);
  });
});
