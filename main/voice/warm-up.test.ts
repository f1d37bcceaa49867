import { expect, it } from 'vitest';
import type { VoiceCodec } from '../../app/voice/voice-codec.ts';
import { loadOpusCodec } from './opus-codec.ts';
import { warmUp } from './warm-up.ts';

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

it('runs what a take runs, with others in between, and leaves nothing behind', async () => {
  const { asked, watched } = noting(await loadOpusCodec());
  const warm = warmUp(watched);
  expect(asked).toEqual(['encode sound']);
  await warm;
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
  await expect(warmUp(watched)).rejects.toThrow('Out of memory.');
  expect(asked).toEqual(['encode sound', 'decode', 'free encoder', 'free decoder']);
});
