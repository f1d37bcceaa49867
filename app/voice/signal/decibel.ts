import type { Signal } from './signal.ts';

/** What silence reads in every figure in decibels: a number that can be drawn and compared, in place of −∞. */
export const SILENCE_DB = -120;

/** 20·log₁₀ of an amplitude, never below {@link SILENCE_DB}. */
export function decibelOfAmplitude(amplitude: number): number {
  return amplitude > 0 ? Math.max(SILENCE_DB, 20 * Math.log10(amplitude)) : SILENCE_DB;
}

/** 10·log₁₀ of a power (a mean square), never below {@link SILENCE_DB}. */
export function decibelOfPower(power: number): number {
  return power > 0 ? Math.max(SILENCE_DB, 10 * Math.log10(power)) : SILENCE_DB;
}

export function amplitudeOfDecibel(decibel: number): number {
  return 10 ** (decibel / 20);
}

/** Mean of the squares from `from` (included) to `to` (excluded); 0 where there are none. */
export function meanSquare(signal: Signal, from = 0, to = signal.length): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) {
    const value = signal[at] ?? 0;
    sum += value * value;
  }
  return to > from ? sum / (to - from) : 0;
}

/** The largest distance from 0, whichever way. */
export function peak(signal: Signal, from = 0, to = signal.length): number {
  let largest = 0;
  for (let at = from; at < to; at += 1) {
    const distance = Math.abs(signal[at] ?? 0);
    if (distance > largest) largest = distance;
  }
  return largest;
}

/** RMS level in dBFS against a full-scale square: a full-scale sine is therefore −3.01 dBFS. */
export function rmsDbfs(signal: Signal, from = 0, to = signal.length): number {
  return decibelOfPower(meanSquare(signal, from, to));
}

/** Peak level of the samples in dBFS: a full-scale sine is 0 dBFS. What lies between samples is not looked for. */
export function peakDbfs(signal: Signal, from = 0, to = signal.length): number {
  return decibelOfAmplitude(peak(signal, from, to));
}
