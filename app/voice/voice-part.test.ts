import { describe, expect, it } from 'vitest';
import { loadOpusCodec } from '../../main/voice/opus-codec.ts';
import { startRunningBench, valueOf, type RunningBench } from '../duration/running-bench.ts';
import type { BenchPorts } from '../bench-ports.ts';
import { fail, succeed } from '../outcome.ts';
import { createScriptedPorts } from '../scripted-ports.ts';
import { SimulationChange } from '../simulator/knobs.ts';
import type { VoiceChange } from '../simulator/voice/voice-knobs.ts';
import { voiceResults } from './voice-results.ts';
import { defaultSettings, type Settings } from '../settings/settings.ts';
import { createScriptedClient } from '../steam/scripted-client.ts';
import { formatFigure } from './figures/figure-table.ts';
import { createMemoryTakeFiles } from './memory-take-files.ts';
import { writeRecording } from './packets/recording.ts';
import { someContent } from './packets/some-packets.ts';
import { writeVoicePacket } from './packets/write-packet.ts';
import { writeAbout, type TakeAbout } from './take-about.ts';
import type { TakeFiles } from './take-files.ts';
import { FRAME_LOOK_NUMBERS, type TakeCard, type VoiceBeat, type VoiceState } from './voice.ts';
import { readWav } from './wav/read-wav.ts';

const codec = await loadOpusCodec();

interface VoiceBench extends RunningBench {
  readonly files: TakeFiles;
  readonly heard: Int16Array[];
  readonly looks: Float64Array[];
  /** Seconds that the page was told of each time it was given ports. */
  readonly opened: number[];
  readonly voice: RunningBench['bench']['handlers']['voice'];
  readonly state: () => Promise<VoiceState>;
  /** The newest take. */
  readonly take: () => Promise<TakeCard>;
  readonly set: (voice: VoiceChange) => void;
  readonly faults: () => readonly string[];
}

async function begin(
  given: {
    files?: TakeFiles;
    settings?: Partial<Settings>;
    client?: ReturnType<typeof createScriptedClient>;
    microphone?: BenchPorts['microphone'];
  } = {},
): Promise<VoiceBench> {
  const { files = createMemoryTakeFiles(), settings = {}, client, microphone } = given;
  const heard: Int16Array[] = [];
  const looks: Float64Array[] = [];
  const opened: number[] = [];
  const running = await startRunningBench(
    client,
    {
      ...createScriptedPorts(settings),
      takeFiles: files,
      ...(microphone !== undefined && { microphone }),
      voiceStreams: {
        open: (heardSeconds) => void opened.push(heardSeconds),
        samples: (samples) => void heard.push(samples),
        looks: (frames) => void looks.push(frames),
      },
    },
    codec,
  );
  const { voice, simulation } = running.bench.handlers;
  const state = (): Promise<VoiceState> => valueOf(voice.get(undefined));
  return {
    ...running,
    files,
    heard,
    looks,
    opened,
    voice,
    state,
    async take() {
      const [take] = (await state()).takes;
      if (take === undefined) throw new Error('There is no take.');
      return take;
    },
    set: (change) => void simulation.set({ voice: SimulationChange.parse({ voice: change }).voice }),
    faults: () =>
      running.bench.journal
        .read()
        .entries.filter(({ kind }) => kind === 'fault')
        .map(({ name }) => name),
  };
}

const someCard: TakeAbout['card'] = {
  name: 'Kept',
  recordedAt: 0,
  lengthSeconds: 1,
  sampleRate: 24_000,
  source: 'recorded',
  ending: 'stopped',
  talker: undefined,
  rmsDbfs: undefined,
  peakDbfs: undefined,
  lossPercent: undefined,
  verdict: undefined,
  isSimulated: true,
};

function samplesOf(file: Uint8Array): number {
  const read = readWav(file);
  if (!read.ok) throw new Error(read.error.message);
  return read.value.signal.length;
}

describe('push to talk', () => {
  it('says with ports that are opened in the middle of a take how much of its sound came before', async () => {
    const { voice, run, state, looks, opened } = await begin();
    void voice.openStreams(undefined);
    void voice.start({});
    run(1000);
    void voice.openStreams(undefined);
    const before = looks.reduce((sum, { length }) => sum + length / FRAME_LOOK_NUMBERS, 0);
    expect(before).toBeGreaterThan(20);
    expect(opened).toEqual([0, before / 50]);
    void voice.stop({});
    run(600);
    expect((await state()).recorder).toBe('idle');
    void voice.openStreams(undefined);
    expect(opened.at(-1)).toBe(0);
  });

  it('is from key down to the end of Steam’s tail one take, with its figures', async () => {
    const { voice, run, state, take, files, heard, looks, toldOn } = await begin();
    expect(await valueOf(voice.start({ name: 'First words' }))).toMatchObject({ recorder: 'recording' });
    run(2000);
    const live = (await state()).live;
    expect(live).toMatchObject({ codec: 'opus', lostFrames: 0, wrongChecksums: 0, latePolls: 0 });
    expect(live?.packets).toBeGreaterThan(10);
    expect(live?.bitsPerSecond).toBeGreaterThan(10_000);
    expect(await valueOf(voice.stop({}))).toMatchObject({ recorder: 'stopping' });
    run(600);
    expect(await state()).toMatchObject({ recorder: 'idle', live: undefined, optimalSampleRate: 24_000 });

    const card = await take();
    expect(card).toMatchObject({
      name: 'First words',
      ending: 'stopped',
      source: 'recorded',
      sampleRate: 24_000,
      isSimulated: true,
      lossPercent: 0,
    });
    expect(card.lengthSeconds).toBeGreaterThan(1.5);
    const samples = heard.reduce((sum, { length }) => sum + length, 0);
    expect(samples / 24_000).toBeCloseTo(card.lengthSeconds, 6);
    expect(looks.reduce((sum, { length }) => sum + length / FRAME_LOOK_NUMBERS, 0)).toBe(samples / 480);
    expect(samplesOf(await valueOf(files.read(card.id, 'sound')))).toBe(samples);

    const { measurement, assessment } = await valueOf(voice.report({ id: card.id }));
    expect(measurement.figures.tailMs).toBeGreaterThanOrEqual(300);
    expect(measurement.figures.tailMs).toBeLessThan(330);
    expect(measurement.figures.startLatencyMs).toBeGreaterThan(0);
    expect(assessment.verdict).toBe(card.verdict);
    const sound = await valueOf(voice.sound({ id: card.id }));
    expect(sound.samples).toHaveLength(samples);
    expect(sound.marks.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['spurt', 'tail']));
    expect(toldOn('voice.live').length).toBeGreaterThan(20);
  });

  it('tells the page of the take alone with each beat, of 2,000 takes only when it begins and ends', async () => {
    const files = createMemoryTakeFiles();
    const about = writeAbout({ card: someCard, times: {}, marks: [] });
    for (let kept = 0; kept < 2000; kept += 1) {
      const writer = await valueOf(files.begin(`kept-${kept}`, {}));
      writer.finish(about);
    }
    const { voice, run, state, toldOn } = await begin({ files });
    expect((await state()).takes).toHaveLength(2000);
    await valueOf(voice.start({}));
    const before = toldOn('voice.changed').length;
    run(3000);
    expect(toldOn('voice.changed')).toHaveLength(before);
    const beats = toldOn('voice.live') as readonly VoiceBeat[];
    expect(beats.length).toBeGreaterThanOrEqual(29);
    for (const beat of beats) expect(Object.keys(beat).sort()).toEqual(['live', 'recorder']);
    expect(beats.at(-1)?.live?.packets).toBeGreaterThan(beats[5]?.live?.packets ?? Infinity);
    await valueOf(voice.stop({}));
    run(600);
    const ended = (toldOn('voice.changed') as readonly VoiceState[]).at(-1);
    expect(ended).toMatchObject({ recorder: 'idle', last: { ending: 'stopped' } });
    expect(ended?.takes).toHaveLength(2001);
  });

  it('does not flood the journal, and writes no voice into it', async () => {
    const { voice, run, bench } = await begin();
    await valueOf(voice.start({}));
    run(5000);
    await valueOf(voice.stop({}));
    run(600);
    const entries = bench.journal.read().entries.filter(({ name }) => name === 'getVoice');
    expect(entries.length).toBeGreaterThan(20);
    expect(entries.length).toBeLessThan(150);
    const kept = JSON.stringify(bench.journal.read().entries);
    expect(kept).not.toMatch(/"(buffer|uncompressed|voice)":\{/);
  });

  it('asks at least every 10 ms while it records, and no more afterwards', async () => {
    const { voice, run, bench } = await begin();
    run(100);
    expect(bench.nextTickMs()).toBeGreaterThan(20);
    await valueOf(voice.start({}));
    expect(bench.nextTickMs()).toBeLessThanOrEqual(10);
    await valueOf(voice.stop({}));
    expect(bench.nextTickMs()).toBeLessThanOrEqual(10);
    run(1000);
    expect(bench.nextTickMs()).toBeGreaterThan(10);
  });

  it('gives up on a tail that has no end, and says so', async () => {
    const { voice, run, take, set, faults } = await begin();
    set({ tailMs: 10_000 });
    await valueOf(voice.start({}));
    run(500);
    await valueOf(voice.stop({ why: 'window-left' }));
    run(3100);
    expect((await take()).ending).toBe('tail-timed-out');
    expect(faults()).toContain('tailTimedOut');
  });

  it('says why it ended where the window was left', async () => {
    const { voice, run, take } = await begin();
    await valueOf(voice.start({}));
    run(500);
    await valueOf(voice.stop({ why: 'window-left' }));
    run(600);
    expect((await take()).ending).toBe('window-left');
  });

  it('stops by itself where the take is as long as one may be, and keeps it with its tail', async () => {
    const { longestTakeMinutes } = defaultSettings.voice;
    expect(longestTakeMinutes).toBe(10);
    const settings = { voice: { ...defaultSettings.voice, longestTakeMinutes: 1 } };
    const { voice, run, take, state, toldOn, bench, clock } = await begin({ settings });
    await valueOf(voice.start({}));
    run(500);
    clock.pass(59_300);
    run(100);
    expect((await state()).recorder).toBe('recording');
    run(200);
    expect((toldOn('voice.live') as readonly VoiceBeat[]).at(-1)?.recorder).toBe('stopping');
    run(600);
    expect(await state()).toMatchObject({ recorder: 'idle', live: undefined, last: { ending: 'too-long' } });
    const { id, ending } = await take();
    expect(ending).toBe('too-long');
    expect((await valueOf(voice.report({ id }))).measurement.figures.tailMs).toBeGreaterThanOrEqual(300);
    expect(bench.journal.read().entries.some(({ name }) => name === 'takeTooLong')).toBe(true);
    // The key is let go long after: nothing is left to be stopped.
    expect(await voice.stop({})).toMatchObject({ ok: false, error: { code: 'not-recording' } });
  });

  it('counts every answer of Steam and goes on past those that are none', async () => {
    const { voice, run, take, set, state } = await begin();
    await valueOf(voice.start({}));
    run(500);
    set({ nextResult: { name: 'getVoice', result: voiceResults.bufferTooSmall, times: 2 } });
    run(100);
    set({ nextResult: { name: 'getVoice', result: voiceResults.dataCorrupted, times: 3 } });
    run(500);
    expect((await state()).live?.results).toMatchObject({
      [voiceResults.bufferTooSmall]: 2,
      [voiceResults.dataCorrupted]: 3,
    });
    await valueOf(voice.stop({}));
    run(600);
    expect(await take()).toMatchObject({ ending: 'stopped', lossPercent: 0 });
  });

  it('has no sound where Steam cannot decode, but keeps the packets', async () => {
    const { voice, run, take, set, files } = await begin();
    set({ nextResult: { name: 'decompressVoice', result: voiceResults.unsupportedCodec, times: 1000 } });
    await valueOf(voice.start({}));
    run(1000);
    await valueOf(voice.stop({}));
    run(600);
    const card = await take();
    expect(card).toMatchObject({ lengthSeconds: 0, lossPercent: 0 });
    const packets = await valueOf(files.read(card.id, 'packets'));
    expect(
      (await valueOf(voice.inspect({ name: 'x', bytes: new Uint8Array(packets) }))).packets.length,
    ).toBeGreaterThan(5);
  });

  it('ends with the page that held the key', async () => {
    const { voice, run, take, bench } = await begin();
    bench.pageLeft();
    await valueOf(voice.start({}));
    run(500);
    bench.pageLeft();
    run(600);
    expect((await take()).ending).toBe('window-left');
  });

  it('counts polls that came late, and marks them', async () => {
    const { voice, run, take, faults, clock, state } = await begin();
    await valueOf(voice.start({}));
    run(1000);
    clock.pass(400);
    run(200);
    const { latePolls, pollGaps } = (await state()).live ?? {};
    expect(latePolls).toBe(1);
    expect((pollGaps?.polls ?? 0) - (pollGaps?.onTime ?? 0)).toBe(1);
    expect(pollGaps?.longestMs).toBeGreaterThanOrEqual(400);
    expect(faults()).toEqual(['latePoll']);
    await valueOf(voice.stop({}));
    run(600);
    const sound = await valueOf(voice.sound({ id: (await take()).id }));
    expect(sound.marks.filter(({ kind }) => kind === 'latePoll')).toHaveLength(1);
  });

  it('ends where the account may not talk', async () => {
    const { voice, run, take, set } = await begin();
    set({ isRestricted: true });
    await valueOf(voice.start({}));
    run(100);
    expect(await take()).toMatchObject({ ending: 'refused', lengthSeconds: 0 });
  });

  it('goes on without sound while the microphone is pulled', async () => {
    const { voice, run, take, set, state } = await begin();
    set({ isMicrophonePulled: true });
    await valueOf(voice.start({}));
    run(1000);
    const live = (await state()).live;
    expect(live).toMatchObject({ result: voiceResults.noData, packets: 0 });
    expect(live?.results[voiceResults.noData]).toBeGreaterThan(90);
    await valueOf(voice.stop({}));
    run(600);
    expect(await take()).toMatchObject({ lengthSeconds: 0, verdict: 'empty' });
  });

  it('tells loss and broken packets of a bad line', async () => {
    const { voice, run, take, set, state } = await begin();
    set({ outgoing: { lose: 0.2, flipBit: 0.1 } });
    await valueOf(voice.start({}));
    run(8000);
    const live = (await state()).live;
    expect(live?.lostFrames).toBeGreaterThan(0);
    expect(live?.wrongChecksums).toBeGreaterThan(0);
    await valueOf(voice.stop({}));
    run(600);
    const card = await take();
    expect(card.lossPercent).toBeGreaterThan(5);
    const { marks } = await valueOf(voice.sound({ id: card.id }));
    expect(marks.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['gap', 'concealed']));
  });

  it('counts packets that came twice as a figure of the take, with a limit of its own', async () => {
    const { voice, run, take, set, bench } = await begin();
    set({ outgoing: { duplicate: 0.3 } });
    await valueOf(voice.start({}));
    run(4000);
    await valueOf(voice.stop({}));
    run(600);
    const { world } = await valueOf(bench.handlers.simulation.get(undefined));
    const duplicatedPackets = world?.voices?.[0]?.injected.outgoing.duplicatedPackets ?? 0;
    expect(duplicatedPackets).toBeGreaterThan(0);
    const { measurement, assessment } = await valueOf(voice.report({ id: (await take()).id }));
    expect(measurement.figures.duplicatePacketCount).toBe(duplicatedPackets);
    expect(formatFigure('duplicatePacketCount', duplicatedPackets)).toBe(`${duplicatedPackets} packets`);
    expect(assessment.failed).toContain('duplicatePacketCount');
  });

  it('keeps what was said when the client goes', async () => {
    const { voice, run, take, bench } = await begin();
    await valueOf(voice.start({}));
    run(1500);
    await bench.handlers.session.disconnect(undefined);
    const card = await take();
    expect(card.ending).toBe('client-closed');
    expect(card.lengthSeconds).toBeGreaterThan(0.5);
  });

  it('ends when the pipe breaks, and does not read for ever from a dead one', async () => {
    const { voice, run, take, bench } = await begin();
    await valueOf(voice.start({}));
    run(500);
    await valueOf(bench.handlers.simulation.raise({ kind: 'ipcFailure', type: 1 }));
    run(100);
    expect((await take()).ending).toBe('client-closed');
  });

  it('is one at a time, and needs a client', async () => {
    const { voice, bench } = await begin();
    expect(await voice.stop({})).toMatchObject({ error: { code: 'not-recording' } });
    await valueOf(voice.start({}));
    expect(await voice.start({})).toMatchObject({ error: { code: 'voice-busy' } });
    expect(await voice.keepPackets({ name: 'x', bytes: new Uint8Array() })).toMatchObject({
      error: { code: 'voice-busy' },
    });
    await bench.handlers.session.disconnect(undefined);
    expect(await voice.start({})).toMatchObject({ error: { code: 'not-connected' } });
  });

  it('waits for the tail of the one before, and is not begun where the key is let go meanwhile', async () => {
    const { voice, run, state, clock } = await begin();
    await valueOf(voice.start({ name: 'First' }));
    run(1000);
    await valueOf(voice.stop({}));
    run(100);
    const keyDownAt = clock.now();
    const second = voice.start({ name: 'Second' });
    expect(await voice.start({})).toMatchObject({ error: { code: 'voice-busy' } });
    expect((await state()).recorder).toBe('stopping');
    run(1000);
    expect(await second).toMatchObject({ ok: true, value: { recorder: 'recording' } });
    await valueOf(voice.stop({}));
    run(1000);
    const { takes } = await state();
    expect(takes.map(({ name, ending }) => [name, ending])).toEqual([
      ['Second', 'stopped'],
      ['First', 'stopped'],
    ]);
    expect(takes[0]?.recordedAt).toBeGreaterThan(keyDownAt + 100);

    await valueOf(voice.start({ name: 'Third' }));
    run(500);
    await valueOf(voice.stop({}));
    const fourth = voice.start({ name: 'Fourth' });
    await valueOf(voice.stop({}));
    expect(await fourth).toMatchObject({ ok: true, value: { recorder: 'stopping' } });
    run(1000);
    expect((await state()).takes.map(({ name }) => name)).toEqual(['Third', 'Second', 'First']);
  });

  it('says that nothing was recorded of a press during a tail alone, until the next take begins', async () => {
    const { voice, run, state, clock, toldOn, bench } = await begin();
    const told = () => (toldOn('voice.changed') as readonly VoiceState[]).at(-1)?.missedPressAt;
    await valueOf(voice.start({}));
    run(500);
    await valueOf(voice.stop({}));
    const pressed = voice.start({});
    expect((await state()).missedPressAt).toBeUndefined();
    run(100);
    const releasedAt = clock.now();
    expect(await valueOf(voice.stop({}))).toMatchObject({ missedPressAt: releasedAt });
    await pressed;
    expect(told()).toBe(releasedAt);
    expect(bench.journal.read().entries.filter(({ name }) => name === 'pressMissed')).toHaveLength(1);
    run(1000);
    expect(await state()).toMatchObject({ recorder: 'idle', missedPressAt: releasedAt });
    expect((await state()).takes).toHaveLength(1);
    expect(await valueOf(voice.start({}))).toMatchObject({ missedPressAt: undefined });
    expect(told()).toBeUndefined();
  });

  it('that waits for a tail is not begun on a client that goes, nor by a page that ended', async () => {
    const { voice, run, state, bench } = await begin();
    await valueOf(voice.start({}));
    run(500);
    await valueOf(voice.stop({}));
    const left = voice.start({});
    bench.pageLeft();
    expect(await left).toMatchObject({ ok: true, value: { recorder: 'stopping' } });
    const late = voice.start({});
    await bench.handlers.session.disconnect(undefined);
    expect(await late).toMatchObject({ error: { code: 'not-connected' } });
    expect(await state()).toMatchObject({ recorder: 'idle', takes: [{ name: 'Take 1' }] });
  });

  it('takes a packet that somebody else asked for into the take, and hears when somebody else stops', async () => {
    const { voice, run, bench, take, state, clock } = await begin();
    await valueOf(voice.start({}));
    run(1000);
    const before = (await state()).live?.packets ?? 0;
    // No tick in between: the packet is still there for whoever asks first.
    clock.pass(200);
    const answer = await valueOf(bench.handlers.steam.call({ name: 'getVoice' }));
    expect(answer).toMatchObject({ result: voiceResults.ok });
    expect((await state()).live).toMatchObject({ packets: before + 1, lostFrames: 0 });
    await bench.handlers.steam.call({ name: 'stopVoiceRecording' });
    expect((await state()).recorder).toBe('stopping');
    run(600);
    expect(await take()).toMatchObject({ ending: 'stopped', lossPercent: 0 });
  });

  it('reads on where Steam does not record at once, and gives up where it never does', async () => {
    let result: number = voiceResults.notRecording;
    const client = createScriptedClient({
      script: { getVoice: () => succeed({ result, written: 0, buffer: new Uint8Array() }) },
    });
    const { voice, run, state } = await begin({ client });
    await valueOf(voice.start({}));
    run(500);
    result = voiceResults.noData;
    run(100);
    result = voiceResults.notRecording;
    run(900);
    expect((await state()).recorder).toBe('recording');
    run(200);
    expect(await state()).toMatchObject({ recorder: 'idle', takes: [{ ending: 'refused' }] });
    expect(client.asked).toContain('stopVoiceRecording');
  });
});

describe('takes', () => {
  async function withTakes(count: number, given: Parameters<typeof begin>[0] = {}): Promise<VoiceBench> {
    const bench = await begin(given);
    for (let made = 0; made < count; made += 1) {
      await valueOf(bench.voice.start({}));
      bench.run(1000);
      await valueOf(bench.voice.stop({}));
      bench.run(600);
    }
    return bench;
  }

  it('are numbered, renamed and removed', async () => {
    const { voice, state } = await withTakes(2);
    const [second, first] = (await state()).takes;
    expect([second?.name, first?.name]).toEqual(['Take 2', 'Take 1']);
    await valueOf(voice.rename({ id: first!.id, name: 'Hello' }));
    await valueOf(voice.remove({ id: second!.id }));
    expect((await state()).takes.map(({ name }) => name)).toEqual(['Hello']);
    for (const asked of [voice.report, voice.sound, voice.remove, voice.exportWav, voice.exportPackets])
      expect(await asked({ id: second!.id })).toMatchObject({ error: { code: 'unknown-take' } });
  });

  it('are there again for the next bench', async () => {
    const { files, state } = await withTakes(1);
    const [card] = (await state()).takes;
    const next = await begin({ files });
    expect((await next.state()).takes).toEqual([card]);
  });

  it('give way, oldest first, to keep to the limit, which is told', async () => {
    const settings = { voice: { storeLimitBytes: 1 << 20 } } as unknown as Partial<Settings>;
    const { voice, run, state, bench } = await withTakes(1, { settings });
    await valueOf(voice.start({ name: 'Long' }));
    run(32_000);
    await valueOf(voice.stop({}));
    run(600);
    const { takes, store } = await state();
    expect(takes.map(({ name }) => name)).toEqual(['Long']);
    expect(store).toMatchObject({ limitBytes: 1 << 20, removed: [{ name: 'Take 1' }] });
    expect(bench.journal.read().entries.some(({ name }) => name === 'takeRemoved')).toBe(true);
  });

  it('that cannot be kept are still recorded, and the page is told why', async () => {
    const files: TakeFiles = {
      ...createMemoryTakeFiles(),
      begin: () => fail('storage-failed', 'The disk is full.'),
    };
    const { state, heard, faults } = await withTakes(1, { files });
    expect(heard.length).toBeGreaterThan(0);
    expect(await state()).toMatchObject({ takes: [], store: { problem: 'The disk is full.' } });
    expect(faults()).toEqual(['takesNotKept']);
  });

  it('keep what was written before the disk was full', async () => {
    const memory = createMemoryTakeFiles();
    let left = 20;
    const full = fail('storage-failed', 'The disk is full.');
    const files: TakeFiles = {
      ...memory,
      begin(id, begun) {
        const opened = memory.begin(id, begun);
        if (!opened.ok) return opened;
        const writer = opened.value;
        return succeed({ ...writer, sound: (writes) => ((left -= 1) < 0 ? full : writer.sound(writes)) });
      },
    };
    const bench = await begin({ files });
    await valueOf(bench.voice.start({}));
    bench.run(5000);
    const told = bench.toldOn('voice.changed').at(-1) as VoiceState;
    expect(told).toMatchObject({ recorder: 'recording', store: { problem: 'The disk is full.' } });
    await valueOf(bench.voice.stop({}));
    bench.run(600);
    const { id, lengthSeconds } = await bench.take();
    expect(lengthSeconds).toBeLessThan(4);
    expect((await bench.state()).store.problem).toBe('The disk is full.');
    const { samples } = await valueOf(bench.voice.sound({ id }));
    expect(samples.length).toBeGreaterThan(24_000);
    // The header cannot be brought up to date either: it is behind by less than 0.25 s.
    expect(Math.abs(samples.length / 24_000 - lengthSeconds)).toBeLessThan(0.25);
  });

  it('are saved as sound, packets and reports that hold no foreign markup', async () => {
    const saved: { suggestedName: string; bytes: Uint8Array; kind?: { ending: string } | undefined }[] = [];
    const bench = await withTakes(1);
    const { id } = await bench.take();
    await valueOf(bench.voice.rename({ id, name: '<b>Loud</b> & "clear"' }));
    const ports = createScriptedPorts();
    const next = await startRunningBench(undefined, {
      ...ports,
      takeFiles: bench.files,
      desktop: {
        ...ports.desktop,
        saveBytes(file) {
          saved.push(file);
          return Promise.resolve(succeed({ path: 'x', sizeBytes: file.bytes.length }));
        },
      },
    });
    const { voice } = next.bench.handlers;
    await valueOf(voice.get(undefined));
    await valueOf(voice.exportWav({ id }));
    await valueOf(voice.exportPackets({ id }));
    await next.answerOf(voice.exportReport({ ids: [id], format: 'json' }));
    await next.answerOf(voice.exportReport({ ids: [id, id], format: 'html' }));
    const text = (index: number): string => new TextDecoder().decode(saved[index]!.bytes);
    expect(saved.map(({ kind }) => kind?.ending)).toEqual(['wav', 'stbvoice', 'json', 'html']);
    expect(saved.map(({ suggestedName }) => suggestedName).join()).not.toMatch(/[<>"&/\\]/);
    expect(samplesOf(saved[0]!.bytes)).toBeGreaterThan(0);
    expect(JSON.parse(text(2))).toMatchObject({
      version: 1,
      takes: [{ figures: { lossPercent: { value: 0 } } }],
    });
    expect(text(3)).toContain('&lt;b&gt;Loud&lt;/b&gt; &amp; &quot;clear&quot;');
    expect(text(3)).toContain('<polyline');
    expect(text(3)).not.toContain('<b>');
    expect(text(3).match(/<section>/g)).toHaveLength(1);
  });
});

describe('packet files', () => {
  const packets = [someContent(0, 8), someContent(8, 5), someContent(15, 4, true)].map(writeVoicePacket);

  it('are taken apart', async () => {
    const { voice } = await begin();
    const bytes = writeRecording(packets.map((packet, index) => ({ arrivedAt: 100 * index, bytes: packet })));
    const inspection = await valueOf(voice.inspect({ name: 'a.stbvoice', bytes }));
    expect(inspection).toMatchObject({ format: 'recording', strayBytes: 0 });
    expect(inspection.packets.map(({ at, arrivedMs, isEnd }) => [at, arrivedMs, isEnd])).toEqual([
      [24, 0, false],
      [24 + 12 + packets[0]!.length, 100, false],
      [24 + 24 + packets[0]!.length + packets[1]!.length, 200, true],
    ]);
    expect(inspection.packets[2]?.sections).toEqual(['24000 Hz', 'Opus, 4 frames, end']);
  });

  it('with bytes that are none tell how many, and a text file is refused', async () => {
    const { voice } = await begin();
    const bytes = Uint8Array.from([...packets[0]!, 1, 2, 3, ...packets[1]!]);
    const inspection = await valueOf(voice.inspect({ name: 'dump', bytes }));
    expect(inspection).toMatchObject({ format: 'concatenated', strayBytes: 3 });
    expect(
      await voice.inspect({ name: 't', bytes: new TextEncoder().encode('No voice here') }),
    ).toMatchObject({
      error: { code: 'not-a-packet-file' },
    });
  });

  it.each([
    ['empty.stbvoice', new Uint8Array(), 'packet-file-empty', '“empty.stbvoice” is empty.'],
    [
      'head.stbvoice',
      writeRecording([]),
      'not-a-packet-file',
      '“head.stbvoice” is a packet file of the bench,',
    ],
    [
      'words.txt',
      new TextEncoder().encode('No voice'),
      'not-a-packet-file',
      '“words.txt” holds no voice packet',
    ],
  ])('that hold none are named: %s', async (name, bytes, code, words) => {
    const { voice } = await begin();
    for (const ask of [voice.inspect, voice.keepPackets])
      expect(await ask({ name, bytes: new Uint8Array(bytes) })).toMatchObject({
        error: { code, message: expect.stringContaining(words) as unknown },
      });
  });

  it('are decoded to a take like one that was recorded', async () => {
    const source = await begin();
    await valueOf(source.voice.start({}));
    source.run(3000);
    await valueOf(source.voice.stop({}));
    source.run(600);
    const { id, lengthSeconds } = await source.take();
    const bytes = await valueOf(source.files.read(id, 'packets'));

    const { voice, run, take, heard } = await begin();
    const kept = voice.keepPackets({ name: 'from-a-friend.stbvoice', bytes: new Uint8Array(bytes) });
    run(100);
    const card = await valueOf(kept);
    expect(card).toMatchObject({ name: 'from-a-friend.stbvoice', source: 'opened', lengthSeconds });
    expect(await take()).toEqual(card);
    expect(heard).toEqual([]);
  });

  it('are given up with the client that decodes them', async () => {
    const { voice, bench, state } = await begin();
    const bytes = writeRecording(packets.map((packet) => ({ arrivedAt: 0, bytes: packet })));
    const kept = voice.keepPackets({ name: 'x', bytes });
    await bench.handlers.session.disconnect(undefined);
    expect(await kept).toMatchObject({ error: { code: 'not-connected' } });
    expect((await state()).takes).toEqual([]);
  });
});

describe('the microphone of this machine', () => {
  it('is heard by the simulated one, and by nothing else', async () => {
    const { voice, run, set, take } = await begin();
    set({ source: { kind: 'outside' } });
    await valueOf(voice.start({}));
    for (let block = 0; block < 50; block += 1) {
      const samples = Float32Array.from({ length: 960 }, (_, at) => 0.3 * Math.sin((block * 960 + at) / 20));
      await valueOf(voice.pushMicrophone({ samples, sampleRate: 48_000 }));
      run(20);
    }
    await valueOf(voice.stop({}));
    run(600);
    expect((await take()).peakDbfs).toBeGreaterThan(-20);
    const native = await begin({ client: createScriptedClient() });
    expect(
      await native.voice.pushMicrophone({ samples: new Float32Array(480), sampleRate: 48_000 }),
    ).toMatchObject({ error: { code: 'simulated-only' } });
  });

  it('may be used only after the page asked, and until the page or the simulated client is gone', async () => {
    const told: boolean[] = [];
    const { voice, bench } = await begin({
      microphone: { setAllowed: (isAllowed) => void told.push(isAllowed) },
    });
    const use = async (): Promise<boolean> => {
      await valueOf(voice.useMicrophone({ isUsed: true }));
      return told.at(-1) === true;
    };
    expect(told).not.toContain(true);
    expect(await use()).toBe(true);
    await valueOf(voice.useMicrophone({ isUsed: false }));
    expect(told.at(-1)).toBe(false);

    expect(await use()).toBe(true);
    bench.pageLeft();
    expect(told.at(-1)).toBe(false);

    expect(await use()).toBe(true);
    await bench.handlers.session.disconnect(undefined);
    expect(told.at(-1)).toBe(false);
    expect(await voice.useMicrophone({ isUsed: true })).toMatchObject({ error: { code: 'simulated-only' } });
    expect(told.at(-1)).toBe(false);
  });
});
