import { describe, expect, it } from 'vitest';
import { loadOpusCodec } from '../../main/voice/opus-codec.ts';
import { valueOf } from '../duration/running-bench.ts';
import { createScriptedClient } from '../steam/scripted-client.ts';
import { voiceBenches } from './voice-bench.ts';

const begin = voiceBenches(await loadOpusCodec());

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
