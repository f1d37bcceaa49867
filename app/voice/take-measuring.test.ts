import { describe, expect, it } from 'vitest';
import { loadOpusCodec } from '../../main/voice/opus-codec.ts';
import type { Clock } from '../clock.ts';
import { startRunningBench, valueOf } from '../duration/running-bench.ts';
import { NOON } from '../hand-clock.ts';
import { createScriptedPorts } from '../scripted-ports.ts';
import { createMemoryTakeFiles } from './memory-take-files.ts';
import { writeRecording } from './packets/recording.ts';
import { someContent } from './packets/some-packets.ts';
import { writeVoicePacket } from './packets/write-packet.ts';
import { talkingNoise } from './signal/known-signals.ts';
import { pcmOfSignal } from './signal/signal.ts';
import { readAbout, type TakeBegun } from './take-about.ts';
import type { TakeFiles } from './take-files.ts';
import type { TakeCard, VoiceState } from './voice.ts';
import { WAV_HEADER_BYTES, wavHeader } from './wav/wav-header.ts';

const codec = await loadOpusCodec();

/** A bench on a slow machine: each look at its clock takes a millisecond, so that a slice holds a few steps alone. */
async function onSlowMachine(takeFiles: TakeFiles = createMemoryTakeFiles()) {
  let lost = 0;
  let isSlow = false;
  const hands: Clock[] = [];
  const read: string[] = [];
  const files: TakeFiles = {
    ...takeFiles,
    read(id, what) {
      read.push(what);
      return takeFiles.read(id, what);
    },
  };
  const clock: Clock = {
    now() {
      if (isSlow) lost += 1;
      return (hands[0]?.now() ?? NOON) + lost;
    },
  };
  const running = await startRunningBench(
    undefined,
    { ...createScriptedPorts(), takeFiles: files, clock },
    codec,
  );
  hands.push(running.clock);
  const { voice } = running.bench.handlers;
  const state = (): Promise<VoiceState> => valueOf(voice.get(undefined));
  return {
    ...running,
    voice,
    state,
    files,
    read,
    slow: (is: boolean) => void (isSlow = is),
    told: () => running.toldOn('voice.changed') as readonly VoiceState[],
    /** Records, and goes on until the take is through and being measured. */
    record: async (milliseconds: number, name?: string): Promise<TakeCard> => {
      isSlow = false;
      await valueOf(voice.start({ name }));
      running.run(milliseconds);
      await valueOf(voice.stop({}));
      // Short of the end of the tail.
      running.run(280);
      isSlow = true;
      for (let ticks = 0; ticks < 200; ticks += 1) {
        running.run(10);
        const { recorder, takes } = await state();
        if (recorder === 'idle' && takes[0] !== undefined) return takes[0];
      }
      throw new Error('The take does not end.');
    },
    /** Goes on until nothing is measured. */
    measured: async (): Promise<readonly TakeCard[]> => {
      for (let ticks = 0; ticks < 2000; ticks += 1) {
        const { takes } = await state();
        if (!takes.some(({ isMeasuring }) => isMeasuring)) return takes;
        running.run(10);
      }
      throw new Error('The takes are not measured.');
    },
  };
}

const begunAt: TakeBegun = {
  name: 'Long',
  recordedAt: 1000,
  sampleRate: 24_000,
  source: 'recorded',
  isSimulated: true,
};

/** A take of so many seconds without a card, as a bench leaves it that is killed. */
function leaveCutOff(files: TakeFiles, seconds: number): void {
  const begun = files.begin('long', { ...begunAt });
  if (!begun.ok) throw new Error(begun.error.message);
  const writer = begun.value;
  const part = pcmOfSignal(talkingNoise(5, 24_000, 4));
  const samples = new Int16Array(24_000 * seconds);
  for (let at = 0; at < samples.length; at += part.length) samples.set(part, at);
  writer.sound([
    { position: 0, bytes: wavHeader(24_000, 2 * samples.length) },
    { position: WAV_HEADER_BYTES, bytes: new Uint8Array(samples.buffer) },
  ]);
  const sent = Array.from({ length: 10 * seconds }, (_, packet) => ({
    arrivedAt: 1000 + 100 * packet,
    bytes: writeVoicePacket(someContent((5 * packet) & 0xffff, 5)),
  }));
  writer.packets(writeRecording(sent));
  writer.finish(null);
}

const aboutOf = (files: TakeFiles, id: string) => {
  const listed = files.list();
  if (!listed.ok) throw new Error(listed.error.message);
  return readAbout(listed.value.find((take) => take.id === id)?.about);
};

describe('a take that is measured', () => {
  it('lets everything else go on, however long it is', async () => {
    const files = createMemoryTakeFiles();
    leaveCutOff(files, 300);
    const { bench, voice, run, state, slow, measured } = await onSlowMachine(files);
    slow(true);
    expect((await state()).takes).toMatchObject([
      { name: 'Long', lengthSeconds: 300, isMeasuring: true, verdict: undefined, rmsDbfs: undefined },
    ]);
    expect(bench.nextTickMs()).toBe(1);
    await valueOf(voice.start({}));
    run(400);
    const { live, takes } = await state();
    expect(takes).toMatchObject([{ isMeasuring: true }]);
    expect(live?.packets).toBeGreaterThan(1);
    // From one tick to the next 10 ms, a slice of 5 ms, and what else looks at the clock.
    expect(live?.pollGaps.longestMs).toBeLessThan(30);
    expect(live?.latePolls).toBe(0);
    await valueOf(voice.stop({}));
    run(600);
    const [mine, long] = await measured();
    expect(mine).toMatchObject({ ending: 'stopped' });
    expect(long).toMatchObject({ name: 'Long', ending: 'crashed', lossPercent: 0 });
    expect(long?.rmsDbfs).toBeGreaterThan(-40);
    expect(aboutOf(files, 'long')?.figures).toMatchObject({ durationSeconds: 300 });
    expect(bench.nextTickMs()).toBeGreaterThan(1);
  });

  it('goes on being measured when there is no client any more', async () => {
    const { bench, record, measured } = await onSlowMachine();
    expect(await record(2000)).toMatchObject({ isMeasuring: true });
    await valueOf(bench.handlers.session.disconnect(undefined));
    expect(bench.nextTickMs()).toBe(1);
    expect(await measured()).toMatchObject([{ ending: 'stopped', verdict: 'pass' }]);
    expect(bench.nextTickMs()).toBeUndefined();
  });

  it('is told of when it begins and when it is through', async () => {
    const { record, measured, told } = await onSlowMachine();
    await record(2000);
    await measured();
    const states = told().flatMap(({ takes }) =>
      takes.map(({ isMeasuring, verdict }) => [isMeasuring, verdict]),
    );
    expect(states).toContainEqual([true, undefined]);
    expect(states.at(-1)).toEqual([undefined, 'pass']);
  });

  it('is kept with all its figures where the bench is closed meanwhile', async () => {
    const { bench, record, files } = await onSlowMachine();
    const { id, lengthSeconds } = await record(2000);
    expect(aboutOf(files, id)).toBeUndefined();
    bench.close();
    const about = aboutOf(files, id);
    expect(about?.card).toMatchObject({ ending: 'stopped', verdict: 'pass', lengthSeconds });
    expect(about?.figures?.tailMs).toBeGreaterThan(0);
    expect(about?.mouthToEar?.length).toBeGreaterThan(0);
  });

  it('does not keep the next one waiting', async () => {
    const { record, state, measured } = await onSlowMachine();
    const first = await record(1500, 'First');
    const second = await record(1500, 'Second');
    expect((await state()).takes.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(await measured()).toMatchObject([
      { name: 'Second', verdict: 'pass' },
      { name: 'First', verdict: 'pass' },
    ]);
  });

  it('is named anew at once, and stays so', async () => {
    const { record, measured, voice, files } = await onSlowMachine();
    const { id } = await record(2000, 'Old');
    expect((await valueOf(voice.rename({ id, name: 'New' }))).takes).toMatchObject([
      { name: 'New', isMeasuring: true },
    ]);
    expect(await measured()).toMatchObject([{ name: 'New', verdict: 'pass' }]);
    expect(aboutOf(files, id)?.card.name).toBe('New');
  });

  it('leaves nothing when it is removed', async () => {
    const { bench, record, voice, files } = await onSlowMachine();
    const { id } = await record(2000);
    const report = voice.report({ id });
    expect((await valueOf(voice.remove({ id }))).takes).toEqual([]);
    expect(await report).toMatchObject({ error: { code: 'unknown-take' } });
    bench.close();
    expect([files.list(), files.read(id, 'sound').ok]).toEqual([{ ok: true, value: [] }, false]);
  });

  it('can be heard at once, and is reported when it is through', async () => {
    const { answerOf, record, state, voice } = await onSlowMachine();
    const { id, lengthSeconds } = await record(2000);
    const sound = await valueOf(voice.sound({ id }));
    expect(sound.samples.length / sound.sampleRate).toBe(lengthSeconds);
    expect(sound.marks.length).toBeGreaterThan(0);
    expect((await state()).takes).toMatchObject([{ isMeasuring: true }]);
    const { card, measurement } = await answerOf(voice.report({ id }));
    expect(card).toMatchObject({ id, verdict: 'pass' });
    expect(card.isMeasuring).toBeUndefined();
    expect(measurement.figures.durationSeconds).toBe(lengthSeconds);
  });

  it('is told what the page measured of it meanwhile', async () => {
    const { answerOf, record, voice, files } = await onSlowMachine();
    const { id } = await record(2000);
    const told = { id, captureToScreenMs: [20], underruns: 3, playbackMs: 90 };
    const { takes } = await answerOf(voice.noteHeard(told));
    expect(takes).toMatchObject([{ id, verdict: 'fail' }]);
    expect(aboutOf(files, id)?.figures).toMatchObject({ underrunCount: 3, captureToScreenP50Ms: 20 });
  });
});

describe('a take that was measured', () => {
  it('is not measured again for its report, nor for what the page tells', async () => {
    const { record, measured, voice, read } = await onSlowMachine();
    const { id } = await record(2000);
    await measured();
    const { measurement } = await valueOf(voice.report({ id }));
    await valueOf(voice.noteHeard({ id, captureToScreenMs: [20], playbackMs: 90 }));
    const { figures } = (await valueOf(voice.report({ id }))).measurement;
    expect(figures.mouthToEarMs).toBeCloseTo((measurement.figures.mouthToEarMs ?? 0) + 90, 9);
    expect(read).toEqual([]);
  });

  it('by another run is measured once for all its reports', async () => {
    const files = createMemoryTakeFiles();
    const before = await onSlowMachine(files);
    const { id } = await before.record(3000);
    await before.measured();
    await valueOf(before.voice.noteHeard({ id, captureToScreenMs: [20], playbackMs: 90 }));
    const report = (await valueOf(before.voice.report({ id }))).measurement;
    const { answerOf, slow, state, voice, read } = await onSlowMachine(files);
    await state();
    slow(true);
    const asked = [voice.report({ id }), voice.report({ id })];
    const [one, other] = await Promise.all(asked.map((each) => answerOf(each)));
    expect(one).toEqual(other);
    expect(one?.measurement).toEqual(report);
    await valueOf(voice.report({ id }));
    expect(read).toEqual(['sound', 'packets']);
  });
});
