import { filtered } from '../signal/biquad.ts';
import { meanSquare, SILENCE_DB } from '../signal/decibel.ts';
import type { Signal } from '../signal/signal.ts';
import { kWeighting } from './k-weighting.ts';

const ABSOLUTE_GATE_LUFS = -70;
const RELATIVE_GATE_LU = -10;
/** Blocks of 400 ms, each beginning 100 ms after the last: 75 % of overlap. */
const STEPS_PER_BLOCK = 4;
const STEPS_PER_SECOND = 10;

/** Rates that the weighting can be designed for; voice has 11025 to 48000 Hz. */
const LOWEST_RATE = 4000;

/**
 * Integrated loudness of a mono signal in LUFS, by ITU-R BS.1770-4.
 *
 * A sine of 997 Hz with a peak of −20 dBFS is −23.01 LUFS. Where no block is above the absolute gate of −70 LUFS the
 * answer is the floor of −120; for less than one block of 400 ms it is undefined.
 */
export function integratedLufs(signal: Signal, sampleRate: number): number | undefined {
  if (!(sampleRate >= LOWEST_RATE)) return undefined;
  const powers = blockPowers(signal, sampleRate);
  if (powers.length === 0) return undefined;
  const loud = powers.filter((power) => lufsOf(power) > ABSOLUTE_GATE_LUFS);
  if (loud.length === 0) return SILENCE_DB;
  const gate = lufsOf(mean(loud)) + RELATIVE_GATE_LU;
  return lufsOf(mean(loud.filter((power) => lufsOf(power) > gate)));
}

function blockPowers(signal: Signal, sampleRate: number): number[] {
  const weighted = filtered(signal, kWeighting(sampleRate));
  const stepFrom = (index: number): number => Math.round((index * sampleRate) / STEPS_PER_SECOND);
  /** Blocks overlap: the energy of each step is added up once, and used in four of them. */
  const energies: number[] = [];
  for (let index = 0; stepFrom(index + 1) <= signal.length; index += 1) {
    const [from, to] = [stepFrom(index), stepFrom(index + 1)];
    energies.push(meanSquare(weighted, from, to) * (to - from));
  }
  const powers: number[] = [];
  for (let index = 0; index + STEPS_PER_BLOCK <= energies.length; index += 1) {
    const energy = energies.slice(index, index + STEPS_PER_BLOCK).reduce((sum, each) => sum + each, 0);
    powers.push(energy / (stepFrom(index + STEPS_PER_BLOCK) - stepFrom(index)));
  }
  return powers;
}

/** The −0.691 makes up for the weighting’s gain at 997 Hz. */
function lufsOf(power: number): number {
  return -0.691 + 10 * Math.log10(power);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
