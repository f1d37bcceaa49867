import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeVoicePacket } from '../../app/voice/packets/write-packet.ts';
import type { TakeCard, VoiceState } from '../../app/voice/voice.ts';
import { pcmOfSound, readWav, type WavSound } from '../../app/voice/wav/read-wav.ts';
import { expect, test } from '../fixtures.ts';

async function stateOf(page: Page): Promise<VoiceState> {
  const outcome = await page.evaluate(() => window.bench.voice.get());
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

async function start(page: Page): Promise<void> {
  expect(await page.evaluate(() => window.bench.voice.start({ name: 'Spoken' }))).toMatchObject({ ok: true });
}

/** Stops and waits for the take. */
async function stop(page: Page): Promise<TakeCard> {
  expect(await page.evaluate(() => window.bench.voice.stop({}))).toMatchObject({ ok: true });
  await expect.poll(async () => (await stateOf(page)).recorder).toBe('idle');
  const [take] = (await stateOf(page)).takes;
  if (take === undefined) throw new Error('There is no take.');
  return take;
}

async function soundOf(userData: string, id: string): Promise<WavSound> {
  const read = readWav(new Uint8Array(await readFile(join(userData, 'takes', `${id}.wav`))));
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

const packetsOf = async (page: Page): Promise<number> => (await stateOf(page)).live?.packets ?? 0;

test.describe('voice, recorded', () => {
  test('over the simulator is a take with figures, and a stream of samples and looks', async ({ launch }) => {
    const { page, userData } = await launch();
    await page.evaluate(async () => {
      const seen = { samples: 0, rate: 0, looks: 0 };
      Object.assign(window, { seen });
      window.addEventListener('message', ({ data, ports: [sound, looks] }) => {
        if ((data as { kind?: string }).kind !== 'bench.voice' || !sound || !looks) return;
        sound.onmessage = ({ data: heard }: MessageEvent<{ samples: Int16Array; sampleRate: number }>) => {
          seen.samples += heard.samples.length;
          seen.rate = heard.sampleRate;
        };
        looks.onmessage = ({ data: frames }: MessageEvent<Float64Array>) => {
          seen.looks += frames.length / 6;
        };
      });
      await window.bench.voice.openStreams();
    });
    await start(page);
    await expect.poll(() => packetsOf(page)).toBeGreaterThan(10);
    const take = await stop(page);
    expect(take).toMatchObject({ name: 'Spoken', ending: 'stopped', lossPercent: 0, isSimulated: true });
    expect(take.rmsDbfs).toBeGreaterThan(-60);

    const { signal, sampleRate } = await soundOf(userData, take.id);
    expect(signal.length / sampleRate).toBeCloseTo(take.lengthSeconds, 6);
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { seen: object }).seen))
      .toEqual({ samples: signal.length, rate: 24_000, looks: signal.length / 480 });

    const report = await page.evaluate((id) => window.bench.voice.report({ id }), take.id);
    if (!report.ok) throw new Error(report.error.message);
    expect(report.value.measurement.figures.tailMs).toBeGreaterThan(250);
    expect(await readdir(join(userData, 'takes'))).toHaveLength(3);
  });

  test('over Valve’s library is what Steam’s packets hold', async ({ native }) => {
    const { page, userData } = native.bench;
    // The stand-in decodes a frame of 960 bytes as 480 samples.
    const frames = Array.from({ length: 6 }, (_, seq) => {
      const samples = Int16Array.from({ length: 480 }, (_unused, at) => 1000 * (seq + 1) + at);
      return { seq, bytes: new Uint8Array(samples.buffer), isDtx: false };
    });
    await start(page);
    for (const [first, isEnd] of [
      [0, false],
      [3, true],
    ] as const)
      await native.steam.queueVoicePacket(
        writeVoicePacket({
          talker: '76561197960287930',
          sections: [
            { kind: 'sampleRate', hertz: 24_000 },
            { kind: 'opus', frames: frames.slice(first, first + 3), isEnd },
          ],
        }),
      );
    await expect.poll(() => packetsOf(page)).toBe(2);
    const take = await stop(page);
    expect(take).toMatchObject({ talker: '76561197960287930', isSimulated: false, lossPercent: 0 });
    const heard = [...pcmOfSound(await soundOf(userData, take.id))];
    expect(heard).toEqual(frames.flatMap(({ bytes }) => [...new Int16Array(bytes.buffer)]));

    const calls = (await native.steam.calls()).map(({ name }) => name);
    expect(calls.filter((name) => name === 'startVoiceRecording')).toHaveLength(1);
    expect(calls.filter((name) => name === 'stopVoiceRecording')).toHaveLength(1);
  });

  test('is stopped when the page that held the key is loaded again', async ({ launch }) => {
    const { page } = await launch();
    await start(page);
    await expect.poll(() => packetsOf(page)).toBeGreaterThan(3);
    await page.reload();
    await expect.poll(async () => (await stateOf(page)).takes).toMatchObject([{ ending: 'window-left' }]);
  });

  for (const packets of [3, 9, 14, 22]) {
    test(`and killed after ${packets} packets, loses less than half a second`, async ({ launch }) => {
      const userData = await mkdtemp(join(tmpdir(), 'killed-'));
      const first = await launch({ userData });
      await start(first.page);
      await expect.poll(() => packetsOf(first.page)).toBeGreaterThanOrEqual(packets);
      const { live } = await stateOf(first.page);
      const exited = new Promise((resolve) => first.app.process().once('exit', resolve));
      first.app.process().kill('SIGKILL');
      await exited;

      const { page } = await launch({ userData });
      const [take] = (await stateOf(page)).takes;
      expect(take).toMatchObject({ id: live?.id, name: 'Spoken', ending: 'crashed' });
      const { signal, sampleRate, isCut } = await soundOf(userData, take!.id);
      expect(isCut).toBe(false);
      expect(signal.length / sampleRate).toBeGreaterThanOrEqual(live!.lengthSeconds - 0.5);
      expect(signal.length / sampleRate).toBeCloseTo(take!.lengthSeconds, 6);
      await rm(userData, { recursive: true, force: true });
    });
  }
});
