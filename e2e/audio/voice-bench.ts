import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { defaultSettings, type VoiceSettings } from '../../app/settings/settings.ts';
import type { VoiceChange } from '../../app/simulator/voice/voice-knobs.ts';
import type { VoicePacket } from '../../app/voice/packets/packet.ts';
import { readVoicePacket } from '../../app/voice/packets/read-packet.ts';
import { readRecording, type RecordedPacket } from '../../app/voice/packets/recording.ts';
import type { TakeCard, TakeReport, VoiceState } from '../../app/voice/voice.ts';
import { VOICE_FRAME_MS } from '../../app/voice/voice-codec.ts';
import { readWav, type WavSound } from '../../app/voice/wav/read-wav.ts';
import type { Sound } from './speech.ts';

// The voice bench without its panel: by the page’s commands, and by the files of its takes.

export async function voiceOf(page: Page): Promise<VoiceState> {
  const outcome = await page.evaluate(() => window.bench.voice.get());
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

export async function startTake(page: Page, name = 'Spoken'): Promise<void> {
  const started = await page.evaluate((given) => window.bench.voice.start({ name: given }), name);
  expect(started).toMatchObject({ ok: true });
}

/** Stops and waits for the take. */
export async function stopTake(page: Page): Promise<TakeCard> {
  expect(await page.evaluate(() => window.bench.voice.stop({}))).toMatchObject({ ok: true });
  // A take is judged when it is measured, which takes its time on busy cores.
  await expect
    .poll(async () => {
      const { recorder, takes } = await voiceOf(page);
      return { recorder, isMeasuring: takes[0]?.isMeasuring ?? false };
    })
    .toEqual({ recorder: 'idle', isMeasuring: false });
  return newestTake(page);
}

export async function newestTake(page: Page): Promise<TakeCard> {
  const [take] = (await voiceOf(page)).takes;
  if (take === undefined) throw new Error('There is no take.');
  return take;
}

export async function reportOf(page: Page, id: string): Promise<TakeReport> {
  const report = await page.evaluate((given) => window.bench.voice.report({ id: given }), id);
  if (!report.ok) throw new Error(report.error.message);
  return report.value;
}

export const livePackets = async (page: Page): Promise<number> => (await voiceOf(page)).live?.packets ?? 0;

/**
 * Waits until so much sound has come in since the take began, or was lost; so many times as long as it takes to say.
 *
 * What a machine that stood still has lost is not said again.
 */
export async function untilHeard(page: Page, seconds: number, slowness = 1): Promise<void> {
  const comeIn = async (): Promise<number> => {
    const { lengthSeconds = 0, lostFrames = 0 } = (await voiceOf(page)).live ?? {};
    return lengthSeconds + (lostFrames * VOICE_FRAME_MS) / 1000;
  };
  await expect.poll(comeIn, { timeout: 1000 * seconds * slowness + 20_000 }).toBeGreaterThanOrEqual(seconds);
}

/** Lets the simulated microphone hear that, once, from the beginning of each recording. */
export async function talkInto(page: Page, { samples, sampleRate }: Sound): Promise<void> {
  const set = await page.evaluate(
    ({ samples, sampleRate }) =>
      window.bench.simulation.set({
        voice: { source: { kind: 'samples', samples, sampleRate, isRepeated: false } },
      }),
    { samples, sampleRate },
  );
  expect(set).toMatchObject({ ok: true });
}

/** Frames that nobody asked for within a simulated second: a machine that stood still loses them. */
export async function missedFrames(page: Page): Promise<number> {
  const outcome = await page.evaluate(() => window.bench.simulation.get());
  if (!outcome.ok) throw new Error(outcome.error.message);
  const voices = outcome.value.world?.voices ?? [];
  return voices.reduce((sum, { skippedFrames, unreadFrames }) => sum + skippedFrames + unreadFrames, 0);
}

/** What comes to packets between microphone and GetVoice from now on. */
export async function inject(page: Page, outgoing: VoiceChange['outgoing']): Promise<void> {
  const set = await page.evaluate(
    (change) => window.bench.simulation.set({ voice: { outgoing: change } }),
    outgoing,
  );
  expect(set).toMatchObject({ ok: true });
}

/** What has come to them so far. */
export async function injectedSoFar(page: Page) {
  const outcome = await page.evaluate(() => window.bench.simulation.get());
  const voice = outcome.ok ? outcome.value.world?.voices?.[0] : undefined;
  if (voice === undefined) throw new Error('There is no voice.');
  return voice.injected.outgoing;
}

/** Simulated time for each unit of real time. */
export async function setPace(page: Page, rate: number): Promise<void> {
  const set = await page.evaluate((given) => window.bench.simulation.set({ clock: { rate: given } }), rate);
  expect(set).toMatchObject({ ok: true });
}

export async function setVoice(page: Page, change: Partial<VoiceSettings>): Promise<void> {
  const voice = { ...defaultSettings.voice, ...change };
  const set = await page.evaluate((whole) => window.bench.settings.set({ voice: whole }), voice);
  expect(set).toMatchObject({ ok: true });
}

export const takePath = (userData: string, id: string, ending: 'wav' | 'stbvoice'): string =>
  join(userData, 'takes', `${id}.${ending}`);

export async function wavOf(userData: string, id: string): Promise<WavSound> {
  const read = readWav(new Uint8Array(await readFile(takePath(userData, id, 'wav'))));
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

/** The packets that are whole. */
export async function recordedOf(userData: string, id: string): Promise<readonly RecordedPacket[]> {
  const read = readRecording(new Uint8Array(await readFile(takePath(userData, id, 'stbvoice'))));
  if (!read.ok) throw new Error(read.why);
  return read.packets;
}

export function takenApart({ bytes }: RecordedPacket): VoicePacket {
  const read = readVoicePacket(bytes);
  if (!read.ok) throw new Error(read.problem.why);
  return read.packet;
}
