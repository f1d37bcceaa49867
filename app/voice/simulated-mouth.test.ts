import { describe, expect, it } from 'vitest';
import { loadOpusCodec } from '../../main/voice/opus-codec.ts';
import { startRunningBench, valueOf } from '../duration/running-bench.ts';
import { createScriptedPorts } from '../scripted-ports.ts';
import { SimulationChange } from '../simulator/knobs.ts';
import type { VoiceChange } from '../simulator/voice/voice-knobs.ts';
import type { Settings } from '../settings/settings.ts';
import { createMemoryTakeFiles } from './memory-take-files.ts';
import { talkingNoise } from './signal/known-signals.ts';
import { pcmOfSignal } from './signal/signal.ts';

const codec = await loadOpusCodec();

/** Two seconds of talk and two of silence, over and over. */
const twoAndTwo: VoiceChange['source'] = {
  kind: 'samples',
  samples: Int16Array.from([...pcmOfSignal(talkingNoise(2, 24_000, 3)), ...new Int16Array(48_000)]),
  sampleRate: 24_000,
  isRepeated: true,
};

async function record(change: VoiceChange, seconds: number, settings: Partial<Settings> = {}) {
  const takeFiles = createMemoryTakeFiles();
  const running = await startRunningBench(undefined, { ...createScriptedPorts(settings), takeFiles }, codec);
  const { voice, simulation } = running.bench.handlers;
  await valueOf(simulation.set({ voice: SimulationChange.parse({ voice: change }).voice }));
  // A reference that began with the bench instead of the recording would be a second off.
  running.run(1000);
  await valueOf(voice.start({}));
  running.run(1000 * seconds);
  await valueOf(voice.stop({}));
  running.run(600);
  const [card] = (await valueOf(voice.get(undefined))).takes;
  const id = card?.id ?? '';
  return { ...running, voice, takeFiles, id, report: () => valueOf(voice.report({ id })) };
}

describe('mouth to ear of a simulated take', () => {
  it('is what packing, codec and polling take', async () => {
    const { report } = await record({}, 5);
    const { figures, mouthToEar } = (await report()).measurement;
    expect(mouthToEar.length).toBeGreaterThan(3);
    expect(figures.mouthToEarCorrelation).toBeGreaterThan(0.8);
    // Packets of 80 to 160 ms: on average a sample waits for half of one; 6.5 ms of codec, at most 10 of the poll.
    expect(figures.mouthToEarMs).toBeGreaterThan(45);
    expect(figures.mouthToEarMs).toBeLessThan(100);
  });

  it('is the same in the spurts of a take that leaves out the pause between them', async () => {
    const { report } = await record({ source: twoAndTwo }, 10);
    const { measurement, card } = await report();
    expect(card.lengthSeconds).toBeLessThan(9.5);
    const early = measurement.mouthToEar.filter(({ atMs }) => atMs < 2000);
    const late = measurement.mouthToEar.filter(({ atMs }) => atMs > 3000);
    expect(Math.min(early.length, late.length)).toBeGreaterThan(1);
    for (const { delayMs, verdict } of [...early, ...late]) {
      expect(verdict).toBe('accepted');
      expect(delayMs).toBeGreaterThan(35);
      expect(delayMs).toBeLessThan(120);
    }
  });

  it('grows with the line, and is found through loss', async () => {
    const good = (await (await record({}, 8)).report()).measurement.figures.mouthToEarMs ?? 0;
    const slow = await record({ outgoing: { jitterMs: 400, lose: 0.05 } }, 8);
    const { figures } = (await slow.report()).measurement;
    expect(figures.lossPercent).toBeGreaterThan(0);
    expect(figures.mouthToEarMs).toBeGreaterThan(good + 80);
    expect(figures.mouthToEarMs).toBeLessThan(good + 450);
  });

  it.each([11_025, 48_000])('is measured at %i Hz too', async (rate) => {
    const settings = { voice: { rate } } as unknown as Partial<Settings>;
    const { report } = await record({}, 4, settings);
    const { card, measurement } = await report();
    expect(card.sampleRate).toBe(rate);
    expect(measurement.figures.mouthToEarMs).toBeGreaterThan(45);
    expect(measurement.figures.mouthToEarMs).toBeLessThan(100);
  });

  it('does not drift away with the microphone’s clock', async () => {
    const { report } = await record({ driftPpm: 20_000 }, 20);
    const { mouthToEar } = (await report()).measurement;
    const late = mouthToEar.filter(({ atMs, verdict }) => atMs > 15_000 && verdict === 'accepted');
    expect(late.length).toBeGreaterThan(1);
    // By one beginning alone they would be off by 300 ms.
    for (const { delayMs } of late) expect(Math.abs(delayMs - 75)).toBeLessThan(60);
  });

  it('is there after the next start, and counts playback where the page told of it', async () => {
    const { voice, id, takeFiles, report } = await record({}, 4);
    const alone = (await report()).measurement.figures.mouthToEarMs ?? 0;
    await valueOf(voice.noteHeard({ id, captureToScreenMs: [], playbackMs: 120 }));
    const next = await startRunningBench(undefined, { ...createScriptedPorts(), takeFiles }, codec);
    await valueOf(next.bench.handlers.voice.get(undefined));
    const { measurement } = await next.answerOf(next.bench.handlers.voice.report({ id }));
    expect(measurement.figures.mouthToEarMs).toBeCloseTo(alone + 120, 9);
    expect(measurement.mouthToEar).toEqual((await report()).measurement.mouthToEar);
  });

  it('is not there for a take from a file, of which nobody knows what was spoken', async () => {
    const { voice, id, takeFiles, run } = await record({}, 3);
    const bytes = new Uint8Array(await valueOf(takeFiles.read(id, 'packets')));
    const kept = voice.keepPackets({ name: 'x', bytes });
    run(200);
    const { measurement } = await valueOf(voice.report({ id: (await valueOf(kept)).id }));
    expect(measurement.figures.durationSeconds).toBeGreaterThan(2);
    expect([measurement.figures.mouthToEarMs, measurement.mouthToEar]).toEqual([undefined, []]);
  });

  it('is not told of a microphone that was pulled', async () => {
    const { report } = await record({ isMicrophonePulled: true }, 2);
    expect((await report()).measurement.figures.mouthToEarMs).toBeUndefined();
  });
});
