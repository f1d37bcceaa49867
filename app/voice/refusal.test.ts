import { describe, expect, it } from 'vitest';
import { loadOpusCodec } from '../../main/voice/opus-codec.ts';
import { startRunningBench, valueOf } from '../duration/running-bench.ts';
import { succeed } from '../outcome.ts';
import { SimulationChange } from '../simulator/knobs.ts';
import { voiceResults } from './voice-results.ts';
import { createScriptedClient } from '../steam/scripted-client.ts';

const codec = await loadOpusCodec();

const open = async (client?: ReturnType<typeof createScriptedClient>) => {
  const running = await startRunningBench(client, {}, codec);
  const { voice, simulation } = running.bench.handlers;
  return { ...running, voice, simulation, state: () => valueOf(voice.get(undefined)) };
};

describe('a recording that Steam refuses', () => {
  it('says that the account is restricted, with the answer that ended it', async () => {
    const { voice, simulation, run, state, bench } = await open();
    await simulation.set({ voice: SimulationChange.parse({ voice: { isRestricted: true } }).voice });
    await valueOf(voice.start({}));
    run(50);
    const { live, last } = await state();
    expect(live).toBeUndefined();
    expect(last).toMatchObject({
      ending: 'refused',
      result: voiceResults.restricted,
      results: { [voiceResults.restricted]: 1 },
      refusal: { code: 'voice-restricted', message: 'Steam refuses voice to this account.' },
    });
    expect(last?.refusal?.remedy).toContain('Limited accounts');
    const names = bench.journal.read().entries.map(({ name }) => name);
    expect(names.filter((name) => name === 'voiceRefused')).toHaveLength(1);
  });

  it('leaves no microphone of the simulator recording', async () => {
    const { voice, simulation, run } = await open();
    await simulation.set({ voice: SimulationChange.parse({ voice: { isRestricted: true } }).voice });
    await valueOf(voice.start({}));
    run(1000);
    const { world } = await valueOf(simulation.get(undefined));
    expect(world?.voices?.map(({ isRecording }) => isRecording)).toEqual([false]);
  });

  it.each([
    [voiceResults.notInitialized, 'voice-not-initialized'],
    [voiceResults.notRecording, 'voice-not-started'],
  ])('with %i says %s', async (result, code) => {
    const client = createScriptedClient({
      script: { getVoice: () => succeed({ result, written: 0, buffer: new Uint8Array() }) },
    });
    const { voice, run, state } = await open(client);
    await valueOf(voice.start({}));
    run(1200);
    expect((await state()).last).toMatchObject({ ending: 'refused', refusal: { code } });
  });
});

describe('the last take', () => {
  it('is told as of its end, with all of its packets, until the next is', async () => {
    const { voice, run, state } = await open();
    expect((await state()).last).toBeUndefined();
    await valueOf(voice.start({}));
    run(2000);
    const early = (await state()).live;
    expect((await state()).last).toBeUndefined();
    await valueOf(voice.stop({}));
    run(600);
    const { last, takes } = await state();
    const [card] = takes;
    expect(last).toMatchObject({ id: card?.id, ending: 'stopped', result: voiceResults.notRecording });
    expect(last).not.toHaveProperty('refusal');
    expect(last?.packets).toBeGreaterThan(early?.packets ?? 0);
    expect(last?.lengthSeconds).toBeCloseTo(card?.lengthSeconds ?? 0, 6);
    await valueOf(voice.start({}));
    run(100);
    expect(await state()).toMatchObject({ last: { id: card?.id } });
  });
});
