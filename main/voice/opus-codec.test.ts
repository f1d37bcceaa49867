import { describe, expect, it } from 'vitest';
import {
  STEAM_FRAME_TOC,
  VOICE_FRAME_SAMPLES,
  VOICE_SAMPLE_RATE,
  type VoiceDecoder,
} from '../../app/voice/voice-codec.ts';
import { loadOpusCodec } from './opus-codec.ts';

const codec = await loadOpusCodec();
const format = { sampleRate: VOICE_SAMPLE_RATE, frameSamples: VOICE_FRAME_SAMPLES } as const;

/** A second of a voiced sound with moving pitch and level, full scale ±1. */
function speechLike(): Float32Array {
  return Float32Array.from({ length: VOICE_SAMPLE_RATE }, (_, index) => {
    const time = index / VOICE_SAMPLE_RATE;
    const phase = 2 * Math.PI * (130 * time + 2 * Math.sin(3 * time));
    let sum = 0;
    for (let harmonic = 1; harmonic <= 20; harmonic += 1) sum += Math.sin(phase * harmonic) / harmonic ** 2;
    return 0.15 * sum * (0.6 + 0.4 * Math.sin(2 * Math.PI * 4 * time));
  });
}

const tone = Float32Array.from(
  { length: VOICE_SAMPLE_RATE },
  (_, index) => 0.3 * Math.sin((2 * Math.PI * 440 * index) / VOICE_SAMPLE_RATE),
);

function framesOf(samples: Float32Array): readonly Float32Array[] {
  return Array.from({ length: samples.length / VOICE_FRAME_SAMPLES }, (_, index) =>
    samples.subarray(index * VOICE_FRAME_SAMPLES, (index + 1) * VOICE_FRAME_SAMPLES),
  );
}

function encoded(samples: Float32Array): readonly Uint8Array[] {
  const encoder = codec.createEncoder(format);
  const packets = framesOf(samples).map((frame) => encoder.encode(frame));
  encoder.free();
  return packets;
}

function decodedBy(decoder: VoiceDecoder, packets: readonly Uint8Array[]): readonly number[] {
  return packets.flatMap((packet) => [...(decoder.decode(packet) ?? [])]);
}

/** At 24 kHz, how much later it is heard, and how alike it is then, from the fifth frame on. */
function likeness(
  source: Float32Array,
  heard: readonly number[],
): { readonly delay: number; readonly peak: number } {
  const from = 4 * VOICE_FRAME_SAMPLES;
  const delays = Array.from({ length: 200 }, (_, index) => 60 + index);
  const found = delays.map((delay) => ({ delay, peak: correlation(source, heard, from, delay) }));
  return found.reduce((best, next) => (next.peak > best.peak ? next : best));
}

function correlation(source: Float32Array, heard: readonly number[], from: number, delay: number): number {
  let product = 0;
  let energy = 0;
  let heardEnergy = 0;
  for (let at = from; at + delay < heard.length; at += 1) {
    const one = source[at] ?? 0;
    const other = heard[at + delay] ?? 0;
    product += one * other;
    energy += one * one;
    heardEnergy += other * other;
  }
  return product / Math.sqrt(energy * heardEnergy);
}

describe('the Opus codec', () => {
  it.each<readonly [words: string, source: Float32Array, atLeast: number]>([
    ['a tone', tone, 0.95],
    ['something like speech', speechLike(), 0.9],
  ])('gives %s back as it was, 6.5 ms later', (_words, source, atLeast) => {
    const decoder = codec.createDecoder(VOICE_SAMPLE_RATE);
    const heard = decodedBy(decoder, encoded(source));
    decoder.free();
    expect(heard).toHaveLength(source.length);
    const { delay, peak } = likeness(source, heard);
    expect(peak).toBeGreaterThan(atLeast);
    // The encoder’s high pass puts low tones forward a little.
    expect(delay).toBeGreaterThan(120);
    expect(delay).toBeLessThan(170);
  });

  it('makes frames like Steam’s: the same first byte, some fifty bytes of speech, one byte of silence', () => {
    const packets = encoded(Float32Array.of(...speechLike(), ...new Float32Array(VOICE_SAMPLE_RATE)));
    expect(new Set(packets.map(([toc]) => toc))).toEqual(new Set([STEAM_FRAME_TOC]));
    const speech = packets.slice(0, 50).map(({ length }) => length);
    const mean = speech.reduce((sum, length) => sum + length, 0) / speech.length;
    expect(mean).toBeGreaterThan(40);
    expect(mean).toBeLessThan(95);
    expect(packets.slice(65).filter(({ length }) => length === 1).length).toBeGreaterThan(25);
  });

  it('encodes 16-bit samples like floats', () => {
    const encoder = codec.createEncoder(format);
    const packets = framesOf(tone).map((frame) =>
      encoder.encode(Int16Array.from(frame, (sample) => Math.round(sample * 32_768))),
    );
    encoder.free();
    const decoder = codec.createDecoder(VOICE_SAMPLE_RATE);
    const heard = decodedBy(decoder, packets);
    decoder.free();
    expect(likeness(tone, heard).peak).toBeGreaterThan(0.95);
  });

  it('conceals a missing frame with one of the same length that goes on like it', () => {
    const packets = encoded(tone);
    const decoder = codec.createDecoder(VOICE_SAMPLE_RATE);
    decodedBy(decoder, packets.slice(0, 20));
    const concealed = decoder.conceal();
    decoder.free();
    expect(concealed).toHaveLength(VOICE_FRAME_SAMPLES);
    expect(Math.max(...concealed)).toBeGreaterThan(3000);
  });

  it('begins anew after a reset: the same frames give the same samples', () => {
    const packets = encoded(speechLike());
    const decoder = codec.createDecoder(VOICE_SAMPLE_RATE);
    const first = decodedBy(decoder, packets);
    const goingOn = decodedBy(decoder, packets);
    decoder.reset();
    expect(decodedBy(decoder, packets)).toEqual(first);
    expect(goingOn).not.toEqual(first);
    decoder.free();
  });

  it('does not take bytes that are no frame, and refuses frames of another length', () => {
    const decoder = codec.createDecoder(VOICE_SAMPLE_RATE);
    expect(decoder.decode(new Uint8Array(0))).toBeUndefined();
    expect(decoder.decode(Uint8Array.of(0xff))).toBeUndefined();
    expect(decoder.decode(new Uint8Array(2000))).toBeUndefined();
    const encoder = codec.createEncoder(format);
    expect(() => encoder.encode(new Int16Array(960))).toThrow(RangeError);
    encoder.free();
    encoder.free();
    expect(() => encoder.encode(new Int16Array(480))).toThrow('freed');
    decoder.free();
    expect(() => decoder.conceal()).toThrow('freed');
  });
});
