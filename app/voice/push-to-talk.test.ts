import { describe, expect, it } from 'vitest';
import { loadOpusCodec } from '../../main/voice/opus-codec.ts';
import { valueOf } from '../duration/running-bench.ts';
import { voiceResults } from './voice-results.ts';
import { createMemoryTakeFiles } from './memory-take-files.ts';
import { writeAbout, type TakeAbout } from './take-about.ts';
import { samplesOf, voiceBenches } from './voice-bench.ts';
import { FRAME_LOOK_NUMBERS, type VoiceBeat, type VoiceState } from './voice.ts';

const begin = voiceBenches(await loadOpusCodec());

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

describe('push to talk', () => {
  it('says with ports that are opened in the middle of a take how much of its sound came before, and what was drawn', async () => {
    const { voice, run, state, looks, opened } = await begin();
    void voice.openStreams(undefined);
    void voice.start({});
    run(1000);
    void voice.openStreams(undefined);
    const drawn = looks.flatMap((frames) => [...frames]);
    const before = drawn.length / FRAME_LOOK_NUMBERS;
    expect(before).toBeGreaterThan(20);
    expect(opened).toEqual([
      { heardSeconds: 0, drawn: [] },
      { heardSeconds: before / 50, drawn },
    ]);
    void voice.stop({});
    run(600);
    expect((await state()).recorder).toBe('idle');
    void voice.openStreams(undefined);
    // What was drawn last is drawn again, until another take begins.
    expect(opened.at(-1)).toEqual({ heardSeconds: 0, drawn: looks.flatMap((frames) => [...frames]) });
    void voice.start({});
    void voice.openStreams(undefined);
    expect(opened.at(-1)).toEqual({ heardSeconds: 0, drawn: [] });
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

  it('counts those 10 ms from poll to poll, however long what came between them took', async () => {
    const { voice, bench, clock } = await begin();
    await valueOf(voice.start({}));
    bench.tick();
    expect(bench.nextTickMs()).toBe(10);
    clock.pass(7);
    expect(bench.nextTickMs()).toBe(3);
    // Late already; the window's messages have to get through all the same.
    clock.pass(30);
    expect(bench.nextTickMs()).toBe(1);
    bench.tick();
    expect(bench.nextTickMs()).toBe(10);
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
});
