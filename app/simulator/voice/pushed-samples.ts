import { VOICE_SAMPLE_RATE } from '../../voice/voice-codec.ts';
import { createResampler, type Resampler } from '../../voice/signal/resampler.ts';
import { clean } from './sources.ts';

/** What waits above that is forgotten, oldest first: 500 ms. */
const MOST_WAITING = VOICE_SAMPLE_RATE / 2;

/** What is kept of before a recording begins: it evens out how blocks come. 40 ms. */
const CUSHION = VOICE_SAMPLE_RATE / 25;

/** Samples that come from outside as they are heard. */
export interface PushedSamples {
  /** 16-bit or floats with full scale ±1, at that rate. */
  push(samples: Int16Array | Float32Array, sampleRate: number): void;
  /** A recording begins: what was heard long before is forgotten, or everything would be late by that. */
  begin(): void;
  /** At 24 kHz; silence while there are not so many yet, so that a block that is late makes one gap and not two. */
  readonly take: (count: number) => Float32Array;
  readonly skip: (count: number) => void;
}

export function createPushedSamples(): PushedSamples {
  let waiting = new Float32Array(0);
  let resampler: { readonly of: number; readonly resampler: Resampler } | undefined;

  return {
    push(samples, sampleRate) {
      if (resampler?.of !== sampleRate)
        resampler = { of: sampleRate, resampler: createResampler(sampleRate, VOICE_SAMPLE_RATE) };
      const heard = resampler.resampler.push(clean(samples));
      const all = new Float32Array(waiting.length + heard.length);
      all.set(waiting);
      all.set(heard, waiting.length);
      waiting = all.slice(-MOST_WAITING);
    },
    begin() {
      waiting = waiting.slice(-CUSHION);
    },
    take(count) {
      if (waiting.length < count) return new Float32Array(count);
      const block = waiting.slice(0, count);
      waiting = waiting.slice(count);
      return block;
    },
    skip(count) {
      waiting = waiting.slice(count);
    },
  };
}
