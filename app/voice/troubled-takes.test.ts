import { describe, expect, it } from 'vitest';
import { loadOpusCodec } from '../../main/voice/opus-codec.ts';
import { valueOf } from '../duration/running-bench.ts';
import { voiceResults } from './voice-results.ts';
import { formatFigure } from './figures/figure-table.ts';
import { voiceBenches } from './voice-bench.ts';

const begin = voiceBenches(await loadOpusCodec());

describe('push to talk, where voice does not come well', () => {
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
});
