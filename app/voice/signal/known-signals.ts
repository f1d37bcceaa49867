import { createRandom } from '../../simulator/random.ts';
import { amplitudeOfDecibel } from './decibel.ts';

/** Signals whose figures are known, for tests. Noise is seeded. */

/** A sine that begins at 0; its peak is `peakDbfs`, its RMS 3.01 dB below. */
export function sine(frequency: number, peakDbfs: number, seconds: number, sampleRate: number) {
  const amplitude = amplitudeOfDecibel(peakDbfs);
  return generate(
    seconds,
    sampleRate,
    (at) => amplitude * Math.sin((2 * Math.PI * frequency * at) / sampleRate),
  );
}

/** Even noise between −peak and +peak: its RMS lies 4.77 dB below the peak. */
export function whiteNoise(rmsDbfs: number, seconds: number, sampleRate: number, seed: number) {
  const amplitude = amplitudeOfDecibel(rmsDbfs) * Math.sqrt(3);
  const random = createRandom(seed, 'white noise');
  return generate(seconds, sampleRate, () => amplitude * (random.uint32() / 2 ** 31 - 1));
}

/** Noise that falls by 3 dB an octave, by Kellet’s three-pole filter; scaled to the RMS that is asked for. */
export function pinkNoise(rmsDbfs: number, seconds: number, sampleRate: number, seed: number) {
  const random = createRandom(seed, 'pink noise');
  const state = [0, 0, 0];
  const poles = [
    [0.99765, 0.099046],
    [0.963, 0.2965164],
    [0.57, 1.0526913],
  ] as const;
  const noise = generate(seconds, sampleRate, () => {
    const white = random.uint32() / 2 ** 31 - 1;
    let sum = white * 0.1848;
    poles.forEach(([pole, gain], index) => {
      state[index] = (state[index] ?? 0) * pole + white * gain;
      sum += state[index];
    });
    return sum;
  });
  const power = noise.reduce((sum, value) => sum + value * value, 0) / Math.max(1, noise.length);
  const scale = power > 0 ? amplitudeOfDecibel(rmsDbfs) / Math.sqrt(power) : 0;
  return noise.map((value) => value * scale);
}

/** Bursts of pink noise as loud as speech, with pauses of room noise: what a talker looks like to a meter. */
export function talkingNoise(seconds: number, sampleRate: number, seed: number) {
  const loud = pinkNoise(-22, seconds, sampleRate, seed);
  const room = whiteNoise(-65, seconds, sampleRate, seed + 1);
  // 300 ms of syllables, 100 ms of pause, and a longer pause every two seconds.
  return loud.map((value, at) => {
    const ms = (at / sampleRate) * 1000;
    const isTalking = ms % 400 < 300 && ms % 2000 < 1600;
    return (isTalking ? value : 0) + (room[at] ?? 0);
  });
}

function generate(seconds: number, sampleRate: number, value: (at: number) => number) {
  return Float64Array.from({ length: Math.round(seconds * sampleRate) }, (_, at) => value(at));
}
