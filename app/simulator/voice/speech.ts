import { VOICE_SAMPLE_RATE } from '../../voice/voice-codec.ts';
import { createRandom, type Random } from '../random.ts';

/** A syllable, or part of a pause: 220 ms. */
const SLOT_SAMPLES = 5280;
/** Sixteen syllables, then silence for six: long enough for a talk spurt to end. */
const SLOTS_SPOKEN = 16;
const SLOTS_IN_PHRASE = 22;

/** First three formants in Hz, as in bar, bed, bee, bore, boo. */
const vowels = [
  [730, 1090, 2440],
  [530, 1840, 2480],
  [270, 2290, 3010],
  [570, 840, 2410],
  [300, 870, 2240],
] as const;
const bandwidths = [80, 100, 140];
const strengths = [1, 0.5, 0.25];

/** Brings the loudest syllables about to full scale. */
const GAIN = 0.07;

/** A resonance: rings at its frequency when it is struck. */
function createResonance(hertz: number, bandwidth: number, strength: number) {
  const radius = Math.exp((-Math.PI * bandwidth) / VOICE_SAMPLE_RATE);
  const turn = 2 * radius * Math.cos((2 * Math.PI * hertz) / VOICE_SAMPLE_RATE);
  const decay = radius * radius;
  let last = 0;
  let before = 0;
  return (input: number): number => {
    const now = strength * input + turn * last - decay * before;
    before = last;
    last = now;
    return now;
  };
}

/**
 * A made-up voice: pulses of moving pitch through the formants of vowels, hissing at some beginnings, with pauses.
 *
 * Each syllable follows from the seed and its number alone, so that any of them can be begun with. Full scale is ±1.
 */
export function createSpeech(seed: number) {
  const syllable = (slot: number): Float32Array => {
    const samples = new Float32Array(SLOT_SAMPLES);
    if (slot % SLOTS_IN_PHRASE >= SLOTS_SPOKEN) return samples;
    const random = createRandom(seed, `syllable ${slot}`);
    const formants = vowels[random.between(0, vowels.length - 1)] ?? vowels[0];
    const resonances = formants.map((hertz, index) =>
      createResonance(hertz, bandwidths[index] ?? 100, strengths[index] ?? 0),
    );
    const firstPitch = random.between(95, 150);
    const lastPitch = firstPitch + random.between(-25, 15);
    const hissSamples = random.chance(0.4) ? random.between(700, 1500) : 0;
    const voicedFrom = Math.floor(hissSamples * 0.8);
    const loudness = random.between(60, 100) / 100;
    let phase = 1;
    for (let index = 0; index < SLOT_SAMPLES; index += 1) {
      const along = index / SLOT_SAMPLES;
      phase += (firstPitch + (lastPitch - firstPitch) * along) / VOICE_SAMPLE_RATE;
      const isPulse = phase >= 1;
      if (isPulse) phase -= 1;
      const voiced = resonances.reduce((sum, ring) => sum + ring(isPulse && index >= voicedFrom ? 1 : 0), 0);
      const hiss = index < hissSamples ? noise(random) * Math.sin((Math.PI * index) / hissSamples) : 0;
      samples[index] = loudness * (GAIN * voiced * envelope(along) + hiss);
    }
    return samples;
  };

  let current = -1;
  let samples: Float32Array = new Float32Array(0);
  return {
    /** Fills a block with what is heard from that sample on. */
    fill(block: Float32Array, from: number): void {
      for (let index = 0; index < block.length; index += 1) {
        const slot = Math.floor((from + index) / SLOT_SAMPLES);
        if (slot !== current) {
          samples = syllable(slot);
          current = slot;
        }
        block[index] = Math.max(-1, Math.min(1, samples[(from + index) % SLOT_SAMPLES] ?? 0));
      }
    },
  };
}

function noise(random: Random): number {
  return 0.25 * (random.uint32() / 2 ** 31 - 1);
}

/** Rises and falls within a syllable, and is nothing at its ends. */
function envelope(along: number): number {
  return Math.min(1, along * 10, (1 - along) * 4) ** 2;
}
