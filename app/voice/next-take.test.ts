import { describe, expect, it } from 'vitest';
import { loadOpusCodec } from '../../main/voice/opus-codec.ts';
import { valueOf } from '../duration/running-bench.ts';
import { voiceBenches } from './voice-bench.ts';
import type { VoiceState } from './voice.ts';

const begin = voiceBenches(await loadOpusCodec());

describe('push to talk, pressed again', () => {
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
});
