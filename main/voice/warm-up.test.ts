import { expect, it } from 'vitest';
import type { VoiceCodec } from '../../app/voice/voice-codec.ts';
import { loadOpusCodec } from './opus-codec.ts';
import { warmingUp } from './warm-up.ts';

/** The codec, with what was asked of it. */
function noting(codec: VoiceCodec, failing = false) {
  const asked: string[] = [];
  const watched: VoiceCodec = {
    createEncoder(format) {
      const encoder = codec.createEncoder(format);
      return {
        encode(samples) {
          asked.push(samples.some((sample) => sample !== 0) ? 'encode sound' : 'encode silence');
          return encoder.encode(samples);
        },
        free() {
          asked.push('free encoder');
          encoder.free();
        },
      };
    },
    createDecoder(sampleRate) {
      const decoder = codec.createDecoder(sampleRate);
      return {
        ...decoder,
        decode(frame) {
          asked.push('decode');
          if (failing) throw new Error('Out of memory.');
          return decoder.decode(frame);
        },
        free() {
          asked.push('free decoder');
          decoder.free();
        },
      };
    },
  };
  return { asked, watched };
}

it('runs what a take runs, one frame with each step, and leaves nothing behind', async () => {
  const { asked, watched } = noting(await loadOpusCodec());
  const steps = warmingUp(watched);
  expect(asked).toEqual([]);
  steps.next();
  expect(asked).toEqual(['encode sound']);
  expect([...steps]).toHaveLength(5);
  expect(asked).toEqual([
    'encode sound',
    'decode',
    'encode sound',
    'decode',
    'encode silence',
    'decode',
    'free encoder',
    'free decoder',
  ]);
});

it('frees what it made where the codec fails', async () => {
  const { asked, watched } = noting(await loadOpusCodec(), true);
  expect(() => [...warmingUp(watched)]).toThrow('Out of memory.');
  expect(asked).toEqual(['encode sound', 'decode', 'free encoder', 'free decoder']);
});
