import { describe, expect, it } from 'vitest';
import { loadOpusCodec } from '../../main/voice/opus-codec.ts';
import type { BenchPorts } from '../bench-ports.ts';
import { startRunningBench, valueOf } from '../duration/running-bench.ts';
import { fail } from '../outcome.ts';
import { createScriptedPorts } from '../scripted-ports.ts';
import { SimulationChange } from '../simulator/knobs.ts';
import type { VoiceChange } from '../simulator/voice/voice-knobs.ts';
import { voiceResults } from './voice-results.ts';
import { createMemoryTakeFiles } from './memory-take-files.ts';
import { readAbout, writeAbout } from './take-about.ts';
import type { TakeFiles } from './take-files.ts';
import type { TakeLimits } from './take-limits.ts';
import type { VoiceState } from './voice.ts';

const codec = await loadOpusCodec();

async function openBench(ports: BenchPorts = createScriptedPorts()) {
  const running = await startRunningBench(undefined, ports, codec);
  const { voice, settings, simulation } = running.bench.handlers;
  const state = () => valueOf(voice.get(undefined));
  return {
    ...running,
    voice,
    state,
    told: () => running.toldOn('voice.changed') as readonly VoiceState[],
    set: (change: VoiceChange) =>
      void simulation.set({ voice: SimulationChange.parse({ voice: change }).voice }),
    limit: (limits: TakeLimits) =>
      valueOf(settings.set({ voice: { ...ports.settings.get().voice, limits } })),
    record: async (milliseconds: number) => {
      await valueOf(voice.start({}));
      running.run(milliseconds);
      await valueOf(voice.stop({}));
      running.run(600);
      const [card] = (await state()).takes;
      if (card === undefined) throw new Error('There is no take.');
      return card;
    },
  };
}

/** As if a bench had written the cards that kept no figures with them. */
function withoutFigures(files: TakeFiles): void {
  for (const { id, about } of valueOfFiles(files)) {
    const read = readAbout(about);
    if (read !== undefined) files.describe(id, writeAbout({ ...read, figures: undefined }));
  }
}

function valueOfFiles(files: TakeFiles) {
  const listed = files.list();
  if (!listed.ok) throw new Error(listed.error.message);
  return listed.value;
}

const verdictsOf = (state: VoiceState | undefined) => state?.takes.map(({ verdict }) => verdict);

describe('the verdict of a take', () => {
  it('follows the limits as they change: on its card, in its report, in its file and in other windows', async () => {
    const files = createMemoryTakeFiles();
    const ports = { ...createScriptedPorts(), takeFiles: files };
    const [one, other] = [await openBench(ports), await openBench(ports)];
    await other.state();
    const { id, verdict } = await one.record(4000);
    expect(verdict).toBe('pass');
    await one.limit({ durationSeconds: { max: 1 } });
    expect(verdictsOf(one.told().at(-1))).toEqual(['fail']);
    expect(verdictsOf(other.told().at(-1))).toEqual(['fail']);
    expect(valueOfFiles(files).map(({ about }) => readAbout(about)?.card.verdict)).toEqual(['fail']);
    const { card, assessment } = await valueOf(one.voice.report({ id }));
    expect([card.verdict, assessment.verdict, assessment.failed]).toEqual([
      'fail',
      'fail',
      ['durationSeconds'],
    ]);
    await one.limit({});
    expect(verdictsOf(one.told().at(-1))).toEqual(['pass']);
  });

  it('is written only where it is another one', async () => {
    const memory = createMemoryTakeFiles();
    const described: string[] = [];
    const takeFiles: TakeFiles = {
      ...memory,
      describe(id, about) {
        described.push(id);
        return memory.describe(id, about);
      },
    };
    const { record, limit } = await openBench({ ...createScriptedPorts(), takeFiles });
    const short = await record(2000);
    const long = await record(4000);
    await limit({ durationSeconds: { max: 60 } });
    expect(described).toEqual([]);
    await limit({ durationSeconds: { max: (short.lengthSeconds + long.lengthSeconds) / 2 } });
    expect(described).toEqual([long.id]);
  });

  it('is right also where it cannot be written', async () => {
    const takeFiles: TakeFiles = {
      ...createMemoryTakeFiles(),
      describe: () => fail('storage-failed', 'The disk is full.'),
    };
    const { record, limit, state } = await openBench({ ...createScriptedPorts(), takeFiles });
    await record(4000);
    await limit({ durationSeconds: { max: 1 } });
    expect(await state()).toMatchObject({
      takes: [{ verdict: 'fail' }],
      store: { problem: 'The disk is full.' },
    });
  });

  it('of a card without figures is unknown after a change of limits, until the take is opened', async () => {
    const files = createMemoryTakeFiles();
    const ports = { ...createScriptedPorts(), takeFiles: files };
    const { id } = await (await openBench(ports)).record(4000);
    withoutFigures(files);
    const { state, limit, voice, told, answerOf } = await openBench(ports);
    expect(verdictsOf(await state())).toEqual(['pass']);
    await limit({ durationSeconds: { max: 1 } });
    expect(verdictsOf(told().at(-1))).toEqual([undefined]);
    expect(await answerOf(voice.report({ id }))).toMatchObject({ card: { verdict: 'fail' } });
    expect(verdictsOf(told().at(-1))).toEqual(['fail']);
    const before = told().length;
    await valueOf(voice.report({ id }));
    expect(told()).toHaveLength(before);
    await limit({});
    expect(verdictsOf(told().at(-1))).toEqual(['pass']);
  });

  it('stands once in the report for scripts', async () => {
    const saved: string[] = [];
    const ports = createScriptedPorts();
    const desktop: BenchPorts['desktop'] = {
      ...ports.desktop,
      saveBytes({ bytes }) {
        saved.push(new TextDecoder().decode(bytes));
        return Promise.resolve({ ok: true, value: null });
      },
    };
    const { record, voice } = await openBench({ ...ports, desktop });
    const { id } = await record(4000);
    await valueOf(voice.exportReport({ ids: [id], format: 'json' }));
    const { takes } = JSON.parse(saved[0]!) as { takes: { verdict: string; take: object }[] };
    expect(takes[0]?.verdict).toBe('pass');
    expect(takes[0]?.take).not.toHaveProperty('verdict');
  });

  it('of a take without any packet is that there is nothing to judge', async () => {
    const { record, set, voice } = await openBench();
    set({ isMicrophonePulled: true });
    const { id, verdict, lengthSeconds } = await record(1000);
    expect([verdict, lengthSeconds]).toEqual(['empty', 0]);
    expect((await valueOf(voice.report({ id }))).assessment.verdict).toBe('empty');
  });
});

describe('packets that DecompressVoice gives no sound for', () => {
  it('are counted, marked, and outside the limits, though each of them came', async () => {
    const { record, set, voice, state } = await openBench();
    set({ incoming: { lose: 0.2 } });
    const { id, verdict, lossPercent } = await record(8000);
    expect([verdict, lossPercent]).toEqual(['fail', 0]);
    const { last } = await state();
    const undecoded = last?.undecodedPackets ?? 0;
    expect(undecoded).toBeGreaterThan(2);
    expect(last?.decodeResults[voiceResults.noData]).toBeGreaterThanOrEqual(undecoded);
    const { measurement, assessment } = await valueOf(voice.report({ id }));
    expect(measurement.figures.undecodedPacketCount).toBe(undecoded);
    expect(assessment.failed).toContain('undecodedPacketCount');
    const { marks } = await valueOf(voice.sound({ id }));
    expect(marks.filter(({ kind }) => kind === 'undecoded')).toHaveLength(undecoded);
  });

  it('are none on a good line, and none where only the checksum is wrong: those are lost', async () => {
    const { record, set, state } = await openBench();
    await record(8000);
    expect((await state()).last).toMatchObject({ undecodedPackets: 0 });
    set({ outgoing: { flipBit: 0.2 } });
    await record(4000);
    const { last } = await state();
    expect(last?.wrongChecksums).toBeGreaterThan(0);
    expect(last?.decodeResults[voiceResults.dataCorrupted]).toBe(last?.wrongChecksums);
    expect(last?.undecodedPackets).toBe(0);
  });
});

describe('noise', () => {
  it.each([50, 400, 1000, 3000])('is not measured in %i ms of talk without a pause', async (milliseconds) => {
    const { record, voice } = await openBench();
    const { id, verdict } = await record(milliseconds);
    const { figures } = (await valueOf(voice.report({ id }))).measurement;
    expect(figures.durationSeconds).toBeGreaterThan(0.1);
    expect([figures.noiseFloorDbfs, figures.snrDb]).toEqual([undefined, undefined]);
    expect(verdict).toBe('pass');
  });

  it('is measured as soon as there is a pause to hear it in', async () => {
    const { record, voice } = await openBench();
    const { id } = await record(6000);
    const { figures } = (await valueOf(voice.report({ id }))).measurement;
    expect(figures.noiseFloorDbfs).toBeLessThan(-45);
  });
});
