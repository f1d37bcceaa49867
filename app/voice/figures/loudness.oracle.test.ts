import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { pinkNoise, sine, talkingNoise, whiteNoise } from '../signal/known-signals.ts';
import { pcmOfSignal, signalOfPcm } from '../signal/signal.ts';
import { integratedLufs } from './loudness.ts';

const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;
const skipped = hasFfmpeg ? '' : ' (skipped: ffmpeg is not installed here)';

/** What ffmpeg’s ebur128 says of the same samples, to a tenth. `dualmono` would add 3 LU; it is off unless asked for. */
function ffmpegLufs(samples: Int16Array, sampleRate: number): number {
  const input = ['-f', 's16le', '-ar', String(sampleRate), '-ac', '1', '-i', 'pipe:0'];
  const { stderr } = spawnSync(
    'ffmpeg',
    ['-hide_banner', '-nostats', ...input, '-af', 'ebur128', '-f', 'null', '-'],
    { input: new Uint8Array(samples.buffer), encoding: 'utf8', maxBuffer: 64e6 },
  );
  const summary = stderr.slice(stderr.lastIndexOf('Summary:'));
  return Number(/I:\s+(-?\d+\.\d) LUFS/.exec(summary)?.[1]);
}

const signals = {
  'a tone of 997 Hz': (rate: number) => sine(997, -20, 10, rate),
  'a tone of 60 Hz': (rate: number) => sine(60, -10, 10, rate),
  'a tone of 3 kHz': (rate: number) => sine(3000, -30, 10, rate),
  'white noise': (rate: number) => whiteNoise(-25, 10, rate, 1),
  'pink noise': (rate: number) => pinkNoise(-25, 10, rate, 2),
  'bursts and pauses': (rate: number) => talkingNoise(20, rate, 3),
};

const cases = Object.entries(signals).flatMap(([name, make]) =>
  // ffmpeg weighs at 48 kHz and tells a tenth: half of that, and what a lower rate squeezes.
  [
    { rate: 11_025, within: 0.25 },
    { rate: 24_000, within: 0.12 },
    { rate: 48_000, within: 0.06 },
  ].map((measured) => ({ name, make, ...measured })),
);

describe.skipIf(!hasFfmpeg)(`loudness against ffmpeg’s ebur128${skipped}`, () => {
  it.each(cases)('is the same of $name at $rate Hz', ({ rate, make, within }) => {
    const samples = pcmOfSignal(make(rate));
    const own = integratedLufs(signalOfPcm(samples), rate) ?? Number.NaN;
    const other = ffmpegLufs(samples, rate);
    expect(Math.abs(own - other)).toBeLessThanOrEqual(within);
  });
});
