import { describe, expect, it } from 'vitest';
import { loadOpusCodec } from '../../main/voice/opus-codec.ts';
import { startRunningBench, valueOf } from '../duration/running-bench.ts';
import { fail, succeed } from '../outcome.ts';
import { createScriptedPorts } from '../scripted-ports.ts';
import type { Settings } from '../settings/settings.ts';
import { createMemoryTakeFiles } from './memory-take-files.ts';
import type { TakeFiles } from './take-files.ts';
import { samplesOf, voiceBenches, type VoiceBench, type VoiceBenchParts } from './voice-bench.ts';
import type { VoiceState } from './voice.ts';

const begin = voiceBenches(await loadOpusCodec());

describe('takes', () => {
  async function withTakes(count: number, given: VoiceBenchParts = {}): Promise<VoiceBench> {
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
    await valueOf(voice.rename({ id, name: 'con' }));
    await valueOf(voice.exportWav({ id }));
    expect(saved.pop()!.suggestedName).toBe('Take con');
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
