import { describe, expect, it } from 'vitest';
import { loadOpusCodec } from '../../../main/voice/opus-codec.ts';
import { voiceResults as results } from '../../voice/voice-results.ts';
import { BO, valueOf } from '../story.ts';
import { packetOf, pcmOf, shareAt, tone, voiceStories } from './voice-story.ts';

const beginVoice = voiceStories(await loadOpusCodec());

describe('the simulated microphone', () => {
  it('that is pulled, or hears silence, never has anything to say', () => {
    for (const voice of [{ ...tone, isMicrophonePulled: true }, { source: { kind: 'silence' } }] as const) {
      const { client, listen, ask } = beginVoice(1, voice);
      client.call('startVoiceRecording', {});
      expect(listen(3000)).toEqual([]);
      expect(ask()).toBe(results.noData);
    }
  });

  it('ends the spurt when it is pulled, and speaks again when it is back', () => {
    const { client, listen, set, card } = beginVoice(1, tone);
    client.call('startVoiceRecording', {});
    listen(1000);
    set({ isMicrophonePulled: true });
    expect(listen(1000).map((bytes) => packetOf(bytes).isEnd)).toContain(true);
    expect(listen(1000)).toEqual([]);
    set({ isMicrophonePulled: false });
    expect(packetOf(listen(400)[0]!).frames[0]?.seq).toBe(0);
    expect(card().spurts).toBe(2);
  });

  it('hears a file over and over, or once, without being given it again', () => {
    const samples = new Int16Array(24_000).fill(1000);
    const source = { kind: 'samples', samples, sampleRate: 24_000, isRepeated: false } as const;
    const { set, card } = beginVoice(1, { source });
    set({ isSourceRepeated: true });
    expect(card().source).toMatchObject({ kind: 'samples', seconds: 1, isRepeated: true });
    set({ source: { kind: 'silence' }, isSourceRepeated: false });
    expect(card().source).toEqual({ kind: 'silence' });
    set({ source, isSourceRepeated: true });
    expect(card().source).toMatchObject({ isRepeated: true });
  });

  it('hears samples of a file at any rate, once', () => {
    const samples = Int16Array.from({ length: 44_100 }, (_, index) =>
      Math.round(8000 * Math.sin((2 * Math.PI * 1000 * index) / 44_100)),
    );
    const { client, listen, card } = beginVoice(1, {
      source: { kind: 'samples', samples, sampleRate: 44_100, isRepeated: false, name: 'a.wav' },
    });
    samples.fill(0);
    client.call('startVoiceRecording', {});
    const packets = listen(4000);
    expect(packets.map(packetOf).filter(({ isEnd }) => isEnd)).toHaveLength(1);
    expect(card().source).toEqual({
      kind: 'samples',
      name: 'a.wav',
      seconds: 1,
      sampleRate: 44_100,
      isRepeated: false,
    });
    const heard = packets.flatMap((voice) => [
      ...pcmOf(valueOf(client.call('decompressVoice', { voice, sampleRate: 24_000 })).uncompressed),
    ]);
    expect(shareAt(Int16Array.from(heard.slice(4800, 19_200)), 24_000, 1000)).toBeGreaterThan(0.95);
  });

  it('hears what is pushed from outside, of the account that it is meant for', () => {
    const { client, simulation, pass, card } = beginVoice(1, { source: { kind: 'outside' } });
    client.call('startVoiceRecording', {});
    const heard: number[] = [];
    for (let block = 0; block < 100; block += 1) {
      const samples = Float32Array.from(
        { length: 960 },
        (_, index) => 0.3 * Math.sin((2 * Math.PI * 500 * (block * 960 + index)) / 48_000),
      );
      simulation.pushVoice(samples, 48_000);
      simulation.pushVoice(samples.fill(1), 48_000, BO);
      simulation.pushVoice(samples, 48_000, '7');
      pass(20);
      const { result, buffer } = valueOf(client.call('getVoice', {}));
      if (result !== results.ok) continue;
      const { uncompressed } = valueOf(client.call('decompressVoice', { voice: buffer, sampleRate: 24_000 }));
      heard.push(...pcmOf(uncompressed));
    }
    expect(card().spurts).toBe(1);
    expect(shareAt(Int16Array.from(heard.slice(4800)), 24_000, 500)).toBeGreaterThan(0.95);
  });
});
