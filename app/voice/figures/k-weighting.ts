import type { Biquad } from '../signal/biquad.ts';

/**
 * The two filters of ITU-R BS.1770-4, redesigned for any sample rate.
 *
 * The recommendation gives coefficients for 48 kHz alone. These are the analogue prototypes that they come from, by
 * the bilinear transform: at 48 kHz the result is the recommendation’s own table to nine digits. The transform
 * squeezes what is high: a sine of 997 Hz reads 0.02 dB low at 24 kHz and 0.1 dB at 11025 Hz.
 */
export function kWeighting(sampleRate: number): readonly Biquad[] {
  return [headShelf(sampleRate), lowCut(sampleRate)];
}

const SHELF = { frequency: 1681.974450955533, q: 0.7071752369554196, gainDb: 3.999843853973347 };
const CUT = { frequency: 38.13547087602444, q: 0.5003270373238773 };
const TABLE_RATE = 48_000;

/** What a head does: about 4 dB more from 2 kHz up. */
function headShelf(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * SHELF.frequency) / sampleRate);
  const high = 10 ** (SHELF.gainDb / 20);
  const band = high ** 0.4996667741545416;
  const a0 = 1 + k / SHELF.q + k * k;
  return {
    b0: (high + (band * k) / SHELF.q + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - (band * k) / SHELF.q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / SHELF.q + k * k) / a0,
  };
}

/** Less below 100 Hz. */
function lowCut(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * CUT.frequency) / sampleRate);
  const a0 = denominator(k);
  // The table has 1, −2, 1 above, not divided by a₀: a gain of 0.04 dB that the other rates have to keep.
  const b = denominator(Math.tan((Math.PI * CUT.frequency) / TABLE_RATE)) / a0;
  return { b0: b, b1: -2 * b, b2: b, a1: (2 * (k * k - 1)) / a0, a2: (1 - k / CUT.q + k * k) / a0 };
}

function denominator(k: number): number {
  return 1 + k / CUT.q + k * k;
}
