import { createFilter } from '../signal/biquad.ts';
import { SILENCE_DB } from '../signal/decibel.ts';
import type { Signal } from '../signal/signal.ts';
import { kWeighting } from './k-weighting.ts';

const ABSOLUTE_GATE_LUFS = -70;
const RELATIVE_GATE_LU = -10;
/** Blocks of 400 ms, each beginning 100 ms after the last: 75 % of overlap. */
const STEPS_PER_BLOCK = 4;
const STEPS_PER_SECOND = 10;

/** Rates that the weighting can be designed for; voice has 11025 to 48000 Hz. */
const LOWEST_RATE = 4000;

/** Measures the loudness of sound that comes in pieces. */
export interface LoudnessMeter {
  push(signal: Signal): void;
  /** See `integratedLufs`. */
  integrated(): number | undefined;
}

export function createLoudnessMeter(sampleRate: number): LoudnessMeter {
  if (!(sampleRate >= LOWEST_RATE)) return { push: () => undefined, integrated: () => undefined };
  const weigh = createFilter(kWeighting(sampleRate));
  const stepFrom = (index: number): number => Math.round((index * sampleRate) / STEPS_PER_SECOND);
  /** Blocks overlap: the energy of each step is added up once, and used in four of them. */
  const energies: number[] = [];
  let taken = 0;
  let squares = 0;
  /** Of the block that begins with this step. */
  const powerFrom = (index: number): number => {
    const energy = energies.slice(index, index + STEPS_PER_BLOCK).reduce((sum, each) => sum + each, 0);
    return energy / (stepFrom(index + STEPS_PER_BLOCK) - stepFrom(index));
  };
  return {
    push(signal) {
      const weighted = weigh(signal);
      for (let at = 0; at < weighted.length;) {
        const [from, to] = [stepFrom(energies.length), stepFrom(energies.length + 1)];
        const end = Math.min(weighted.length, to - taken);
        squares = addSquares(squares, weighted, at, end);
        at = end;
        if (taken + end < to) break;
        energies.push((squares / (to - from)) * (to - from));
        squares = 0;
      }
      taken += weighted.length;
    },
    integrated: () => gatedLufs(energies.slice(STEPS_PER_BLOCK - 1).map((_, index) => powerFrom(index))),
  };
}

/**
 * Integrated loudness of a mono signal in LUFS, by ITU-R BS.1770-4.
 *
 * A sine of 997 Hz with a peak of −20 dBFS is −23.01 LUFS. Where no block is above the absolute gate of −70 LUFS the
 * answer is the floor of −120; for less than one block of 400 ms it is undefined.
 */
export function integratedLufs(signal: Signal, sampleRate: number): number | undefined {
  const meter = createLoudnessMeter(sampleRate);
  meter.push(signal);
  return meter.integrated();
}

function gatedLufs(powers: readonly number[]): number | undefined {
  if (powers.length === 0) return undefined;
  const loud = powers.filter((power) => lufsOf(power) > ABSOLUTE_GATE_LUFS);
  if (loud.length === 0) return SILENCE_DB;
  const gate = lufsOf(mean(loud)) + RELATIVE_GATE_LU;
  return lufsOf(mean(loud.filter((power) => lufsOf(power) > gate)));
}

function addSquares(before: number, signal: Signal, from: number, to: number): number {
  let sum = before;
  for (let at = from; at < to; at += 1) {
    const value = signal[at] ?? 0;
    sum += value * value;
  }
  return sum;
}

/** The −0.691 makes up for the weighting’s gain at 997 Hz. */
function lufsOf(power: number): number {
  return -0.691 + 10 * Math.log10(power);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
