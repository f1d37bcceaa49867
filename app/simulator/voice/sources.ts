import { amplitudeOfDecibel } from '../../voice/signal/decibel.ts';
import { signalOfPcm } from '../../voice/signal/signal.ts';
import { VOICE_SAMPLE_RATE } from '../../voice/voice-codec.ts';
import type { PushedSamples } from './pushed-samples.ts';
import { resampled } from '../../voice/signal/resampler.ts';
import { createSpeech } from './speech.ts';
import type { VoiceSourceKnob } from './voice-knobs.ts';

/** What a microphone hears, one block after the other: mono, 24 kHz, full scale ±1. */
export interface VoiceSource {
  read(count: number): Float32Array;
  /** So many samples go unheard. */
  skip(count: number): void;
}

/** A source from its beginning. The same seed and knob give the same samples; pushed ones are as they come. */
export function createSource(knob: VoiceSourceKnob, seed: number, pushed: PushedSamples): VoiceSource {
  if (knob.kind === 'outside') {
    pushed.begin();
    return { read: pushed.take, skip: pushed.skip };
  }
  const fill = fillerOf(knob, seed);
  let at = 0;
  return {
    read(count) {
      const block = new Float32Array(count);
      fill(block, at);
      at += count;
      return block;
    },
    skip(count) {
      at += count;
    },
  };
}

type Filler = (block: Float32Array, from: number) => void;

function fillerOf(knob: Exclude<VoiceSourceKnob, { kind: 'outside' }>, seed: number): Filler {
  switch (knob.kind) {
    case 'silence':
      return () => undefined;
    case 'speech': {
      const speech = createSpeech(seed);
      const gain = amplitudeOfDecibel(knob.peakDbfs);
      return (block, from) => {
        speech.fill(block, from);
        block.forEach((value, index) => (block[index] = value * gain));
      };
    }
    case 'tone':
      return (block, from) =>
        fillSine(block, from, knob.peakDbfs, (at) => (knob.hertz * at) / VOICE_SAMPLE_RATE);
    case 'sweep': {
      const { fromHertz, toHertz, seconds: lasts } = knob;
      const rise = (toHertz - fromHertz) / (2 * lasts);
      return (block, from) =>
        fillSine(block, from, knob.peakDbfs, (at) => {
          const along = (at % (lasts * VOICE_SAMPLE_RATE)) / VOICE_SAMPLE_RATE;
          return fromHertz * along + rise * along * along;
        });
    }
    case 'samples':
      return fillerOfSamples(knob);
  }
}

/** `turns` is how often the wave went round until that sample. */
function fillSine(block: Float32Array, from: number, peakDbfs: number, turns: (at: number) => number): void {
  const peak = amplitudeOfDecibel(peakDbfs);
  for (let index = 0; index < block.length; index += 1) {
    block[index] = peak * Math.sin(2 * Math.PI * (turns(from + index) % 1));
  }
}

function fillerOfSamples({
  samples,
  sampleRate,
  isRepeated,
}: Extract<VoiceSourceKnob, { kind: 'samples' }>): Filler {
  const heard = resampled(clean(samples), sampleRate, VOICE_SAMPLE_RATE);
  return (block, from) => {
    for (let index = 0; index < block.length; index += 1) {
      const at = from + index;
      block[index] = isRepeated || at < heard.length ? heard.at(at % heard.length) : 0;
    }
  };
}

/** As floats of ±1, without what is no number. */
export function clean(samples: Int16Array | Float32Array): Float32Array {
  if (samples instanceof Int16Array) return signalOfPcm(samples);
  return samples.map((value) => (Number.isFinite(value) ? Math.max(-1, Math.min(1, value)) : 0));
}
