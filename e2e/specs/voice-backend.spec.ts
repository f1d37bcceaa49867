import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeVoicePacket } from '../../app/voice/packets/write-packet.ts';
import { pcmOfSound } from '../../app/voice/wav/read-wav.ts';
import { livePackets, reportOf, startTake, stopTake, voiceOf, wavOf } from '../audio/voice-bench.ts';
import { expect, test } from '../fixtures.ts';

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
    await startTake(page);
    await expect.poll(() => livePackets(page)).toBeGreaterThan(10);
    const take = await stopTake(page);
    expect(take).toMatchObject({ name: 'Spoken', ending: 'stopped', lossPercent: 0, isSimulated: true });
    expect(take.rmsDbfs).toBeGreaterThan(-60);

    const { signal, sampleRate } = await wavOf(userData, take.id);
    expect(signal.length / sampleRate).toBeCloseTo(take.lengthSeconds, 6);
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { seen: object }).seen))
      .toEqual({ samples: signal.length, rate: 24_000, looks: signal.length / 480 });

    const { figures } = (await reportOf(page, take.id)).measurement;
    expect(figures.tailMs).toBeGreaterThan(250);
    expect(await readdir(join(userData, 'takes'))).toHaveLength(3);
  });

  test('goes on in ports that are opened anew, which say where', async ({ launch }) => {
    const { page } = await launch();
    await startTake(page);
    await expect.poll(() => livePackets(page)).toBeGreaterThan(5);
    await page.evaluate(async () => {
      const seen = { before: 0, drawn: 0, after: 0 };
      Object.assign(window, { seen });
      window.addEventListener('message', ({ data, ports: [, looks] }) => {
        const { kind, heardSeconds, drawn } = data as {
          kind?: string;
          heardSeconds: number;
          drawn: Float64Array;
        };
        if (kind !== 'bench.voice' || !looks) return;
        seen.before = heardSeconds;
        seen.drawn = drawn.length / 6 / 50;
        looks.onmessage = ({ data: frames }: MessageEvent<Float64Array>) => {
          seen.after += frames.length / 6 / 50;
        };
      });
      await window.bench.voice.openStreams();
    });
    const toldThen = await livePackets(page);
    await expect.poll(() => livePackets(page)).toBeGreaterThan(toldThen + 3);
    const { lengthSeconds } = await stopTake(page);
    const seen = () =>
      page.evaluate(
        () => (window as unknown as { seen: { before: number; drawn: number; after: number } }).seen,
      );
    await expect.poll(async () => (await seen()).before + (await seen()).after).toBeCloseTo(lengthSeconds, 6);
    expect((await seen()).before).toBeGreaterThan(0);
    // All that was heard was also drawn, frame by frame, before the ports were there.
    expect((await seen()).drawn).toBeCloseTo((await seen()).before, 6);
    expect((await seen()).after).toBeGreaterThan(0);
  });

  test('over Valve’s library is what Steam’s packets hold', async ({ native }) => {
    const { page, userData } = native.bench;
    // The stand-in decodes a frame of 960 bytes as 480 samples.
    const frames = Array.from({ length: 6 }, (_, seq) => {
      const samples = Int16Array.from({ length: 480 }, (_unused, at) => 1000 * (seq + 1) + at);
      return { seq, bytes: new Uint8Array(samples.buffer), isDtx: false };
    });
    await startTake(page);
    for (const [first, isEnd] of [
      [0, false],
      [3, true],
    ] as const)
      await native.steam.queueVoicePacket(
        writeVoicePacket({
          talker: '76561202255187930',
          sections: [
            { kind: 'sampleRate', hertz: 24_000 },
            { kind: 'opus', frames: frames.slice(first, first + 3), isEnd },
          ],
        }),
      );
    await expect.poll(() => livePackets(page)).toBe(2);
    const take = await stopTake(page);
    expect(take).toMatchObject({ talker: '76561202255187930', isSimulated: false, lossPercent: 0 });
    const heard = [...pcmOfSound(await wavOf(userData, take.id))];
    expect(heard).toEqual(frames.flatMap(({ bytes }) => [...new Int16Array(bytes.buffer)]));

    const calls = (await native.steam.calls()).map(({ name }) => name);
    expect(calls.filter((name) => name === 'startVoiceRecording')).toHaveLength(1);
    expect(calls.filter((name) => name === 'stopVoiceRecording')).toHaveLength(1);
  });

  test('is stopped when the page that held the key is loaded again', async ({ launch }) => {
    const { page } = await launch();
    await startTake(page);
    await expect.poll(() => livePackets(page)).toBeGreaterThan(3);
    await page.reload();
    await expect.poll(async () => (await voiceOf(page)).takes).toMatchObject([{ ending: 'window-left' }]);
  });
});
