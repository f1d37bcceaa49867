import { describe, expect, it } from 'vitest';
import { loadOpusCodec } from '../../main/voice/opus-codec.ts';
import { startRunningBench, valueOf } from '../duration/running-bench.ts';
import { createScriptedPorts } from '../scripted-ports.ts';
import type { BenchPorts } from '../bench-ports.ts';
import { voiceResults } from './voice-results.ts';
import type { VoiceState } from './voice.ts';

const codec = await loadOpusCodec();

/** Windows of one process: they share settings and takes. */
async function openWindow(ports: BenchPorts) {
  const running = await startRunningBench(undefined, ports, codec);
  const { voice, settings } = running.bench.handlers;
  return {
    ...running,
    voice,
    settings,
    state: () => valueOf(voice.get(undefined)),
    told: () => running.toldOn('voice.changed') as readonly VoiceState[],
    record: async (seconds: number, name?: string) => {
      await valueOf(voice.start({ name }));
      running.run(1000 * seconds);
      await valueOf(voice.stop({}));
      running.run(600);
    },
  };
}

const namesOf = (state: VoiceState | undefined) => state?.takes.map(({ name }) => name);

describe('the takes of another window', () => {
  it('are listed as soon as they are kept, renamed and removed', async () => {
    const ports = createScriptedPorts();
    const [one, other] = [await openWindow(ports), await openWindow(ports)];
    await other.state();
    await one.record(1, 'Mine');
    expect(namesOf(other.told().at(-1))).toEqual(['Mine']);
    const [card] = (await one.state()).takes;
    const id = card!.id;
    await valueOf(one.voice.rename({ id, name: 'Yours' }));
    expect(other.told().at(-1)?.takes).toEqual((await one.state()).takes);
    expect(await other.answerOf(other.voice.report({ id }))).toMatchObject({ card: { name: 'Yours' } });
    await valueOf(other.voice.remove({ id }));
    expect(namesOf(one.told().at(-1))).toEqual([]);
    expect(await one.voice.report({ id })).toMatchObject({ error: { code: 'unknown-take' } });
  });

  it('are told to whoever looked, and to nobody who is gone', async () => {
    const ports = createScriptedPorts();
    const [one, blind, gone] = [await openWindow(ports), await openWindow(ports), await openWindow(ports)];
    await gone.state();
    gone.bench.close();
    const before = [blind.told().length, gone.told().length];
    await one.record(1);
    expect([blind.told().length, gone.told().length]).toEqual(before);
    expect(namesOf(await blind.state())).toEqual(['Take 1']);
  });

  it('do not disturb a recording', async () => {
    const ports = createScriptedPorts();
    const [one, other] = [await openWindow(ports), await openWindow(ports)];
    await other.state();
    await valueOf(other.voice.start({ name: 'Long' }));
    other.run(1000);
    await one.record(1, 'Short');
    expect(other.told().at(-1)).toMatchObject({ recorder: 'recording', takes: [{ name: 'Short' }] });
    other.run(1000);
    await valueOf(other.voice.stop({}));
    other.run(600);
    expect(namesOf(await other.state())).toEqual(expect.arrayContaining(['Long', 'Short']));
    expect(namesOf(one.told().at(-1))).toEqual(expect.arrayContaining(['Long', 'Short']));
  });
});

describe('the limit of the store', () => {
  it('holds as soon as it is lowered, here and elsewhere, and what goes is told', async () => {
    const ports = createScriptedPorts();
    const [one, other] = [await openWindow(ports), await openWindow(ports)];
    await other.state();
    for (const name of ['First', 'Second', 'Third']) await one.record(16, name);
    const { voice } = ports.settings.get();
    await valueOf(one.settings.set({ voice: { ...voice, delayMs: 100 } }));
    expect(namesOf(one.told().at(-1))).toEqual(['Third', 'Second', 'First']);
    await valueOf(one.settings.set({ voice: { ...voice, storeLimitBytes: 2 << 20 } }));
    expect(one.told().at(-1)).toMatchObject({
      takes: [{ name: 'Third' }, { name: 'Second' }],
      store: { limitBytes: 2 << 20, removed: [{ name: 'First' }] },
    });
    expect(namesOf(other.told().at(-1))).toEqual(['Third', 'Second']);
    expect(one.bench.journal.read().entries.filter(({ name }) => name === 'takeRemoved')).toHaveLength(1);
  }, 20_000);

  it('leaves the newest take whatever it is', async () => {
    const ports = createScriptedPorts();
    const { record, settings, told } = await openWindow(ports);
    await record(24, 'Only');
    const { voice } = ports.settings.get();
    await valueOf(settings.set({ voice: { ...voice, storeLimitBytes: 1 << 20 } }));
    expect(namesOf(told().at(-1))).toEqual(['Only']);
  }, 20_000);
});

describe('voice that somebody else started', () => {
  it('is no take, and none begins with it', async () => {
    const { bench, run, state, voice } = await openWindow(createScriptedPorts());
    const call = (name: string) => valueOf(bench.handlers.steam.call({ name }));
    await call('startVoiceRecording');
    run(700);
    expect(await call('getVoice')).toMatchObject({ result: voiceResults.ok });
    expect(await state()).toMatchObject({ recorder: 'idle', live: undefined, takes: [] });
    expect(await voice.stop({})).toMatchObject({ error: { code: 'not-recording' } });
    await call('stopVoiceRecording');
    run(600);
    expect(await state()).toMatchObject({ recorder: 'idle', takes: [] });
    expect(bench.nextTickMs()).toBeGreaterThan(10);
  });

  it('leaves a take that begins meanwhile whole', async () => {
    const { bench, run, state, record, voice } = await openWindow(createScriptedPorts());
    await bench.handlers.steam.call({ name: 'startVoiceRecording' });
    run(3000);
    await record(2, 'Meanwhile');
    const [card] = (await state()).takes;
    expect(card).toMatchObject({ name: 'Meanwhile', ending: 'stopped' });
    expect(card?.lengthSeconds).toBeGreaterThan(1.5);
    const { figures } = (await valueOf(voice.report({ id: card!.id }))).measurement;
    expect(figures.mouthToEarCorrelation).toBeGreaterThan(0.7);
  });

  it('and starts again in the tail does not keep a take open for ever', async () => {
    const { bench, run, state, voice } = await openWindow(createScriptedPorts());
    await valueOf(voice.start({}));
    run(1000);
    await valueOf(voice.stop({}));
    await bench.handlers.steam.call({ name: 'startVoiceRecording' });
    run(3200);
    expect(await state()).toMatchObject({ recorder: 'idle', takes: [{ ending: 'tail-timed-out' }] });
  });
});
