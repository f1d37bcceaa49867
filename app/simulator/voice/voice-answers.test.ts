import { describe, expect, it } from 'vitest';
import { loadOpusCodec } from '../../../main/voice/opus-codec.ts';
import { voiceResults as results } from '../../voice/voice-results.ts';
import { beginStory, codeOf, valueOf } from '../story.ts';
import { tone, voiceStories } from './voice-story.ts';

const beginVoice = voiceStories(await loadOpusCodec());

describe('an answer', () => {
  it('is the one that was chosen, as often as was chosen', () => {
    const { client, set, ask, pass, card } = beginVoice(1, tone);
    client.call('startVoiceRecording', {});
    pass(200);
    set({ nextResult: { name: 'getVoice', result: results.bufferTooSmall, times: 2 } });
    expect(card().nextResults).toEqual([{ name: 'getVoice', result: 4, times: 2 }]);
    const { buffer: waiting } = valueOf(client.call('getAvailableVoice', {}));
    expect(valueOf(client.call('getVoice', {}))).toEqual({
      result: 4,
      written: waiting,
      buffer: new Uint8Array(0),
    });
    expect(ask()).toBe(results.bufferTooSmall);
    expect(ask()).toBe(results.ok);
    for (const result of [1, 2, 3, 5, 6, 7, 8, 9]) {
      set({ nextResult: { name: 'decompressVoice', result, times: 1 } });
      const answer = client.call('decompressVoice', { voice: new Uint8Array(0), sampleRate: 24_000 });
      expect(valueOf(answer)).toEqual({ result, uncompressed: new Uint8Array(0), size: 0 });
    }
    set({ nextResult: { name: 'getAvailableVoice', result: 1, times: 5 } });
    set({ nextResult: { name: 'getAvailableVoice', result: 1, times: 0 } });
    expect(card().nextResults).toEqual([]);
  });

  it('of a restricted account is Restricted', () => {
    const { client, ask, pass } = beginVoice(1, { ...tone, isRestricted: true });
    client.call('startVoiceRecording', {});
    pass(500);
    expect(ask()).toBe(results.restricted);
    expect(valueOf(client.call('getAvailableVoice', {}))).toEqual({ result: results.restricted, buffer: 0 });
  });

  it('without a codec is not simulated, but for the rate', () => {
    const { simulation } = beginStory();
    const client = valueOf(simulation.open(480));
    expect(codeOf(client.call('getVoice', {}))).toBe('not-simulated');
    expect(codeOf(client.call('startVoiceRecording', {}))).toBe('not-simulated');
    expect(valueOf(client.call('getVoiceOptimalSampleRate', {}))).toBe(24_000);
    expect(codeOf(simulation.set({ voice: tone }))).toBe('not-simulated');
    expect(simulation.snapshot().world?.voices).toBeUndefined();
    simulation.pushVoice(new Int16Array(480), 24_000);
  });
});
