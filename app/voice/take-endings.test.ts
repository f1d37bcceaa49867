import { describe, expect, it } from 'vitest';
import { loadOpusCodec } from '../../main/voice/opus-codec.ts';
import { valueOf } from '../duration/running-bench.ts';
import { succeed } from '../outcome.ts';
import { voiceResults } from './voice-results.ts';
import { defaultSettings } from '../settings/settings.ts';
import { createScriptedClient } from '../steam/scripted-client.ts';
import { voiceBenches } from './voice-bench.ts';
import type { VoiceBeat } from './voice.ts';

const begin = voiceBenches(await loadOpusCodec());

describe('the end of push to talk', () => {
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

  it('ends with the page that held the key', async () => {
    const { voice, run, take, bench } = await begin();
    bench.pageLeft();
    await valueOf(voice.start({}));
    run(500);
    bench.pageLeft();
    run(600);
    expect((await take()).ending).toBe('window-left');
  });

  it('ends where the account may not talk', async () => {
    const { voice, run, take, set } = await begin();
    set({ isRestricted: true });
    await valueOf(voice.start({}));
    run(100);
    expect(await take()).toMatchObject({ ending: 'refused', lengthSeconds: 0 });
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
