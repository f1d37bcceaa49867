import { describe, expect, it } from 'vitest';
import { sine } from '../../../../app/voice/signal/known-signals.ts';
import { drawEmpty, emptyAbove, spectrogramStrengths } from './spectrogram-drawing.ts';

const HEIGHT = 120;
const COLUMNS = 20;
const colours = { ground: 'ground', text: 'text', line: 'line' };

/** The strengths of each row, from the top, in the middle of a tone at that rate. */
function rowsOf(sampleRate: number, hertz: number): readonly number[] {
  const take = { signal: sine(hertz, -6, 1, sampleRate), sampleRate };
  const strengths = spectrogramStrengths(take, { from: 0, to: 1 }, COLUMNS, HEIGHT);
  return Array.from({ length: HEIGHT }, (_, row) => strengths[row * COLUMNS + COLUMNS / 2] ?? NaN);
}

/** What is written and how high it is hatched for a rate. */
function emptyOf(sampleRate: number) {
  const words: string[] = [];
  const hatched: number[] = [];
  const nothing = () => undefined;
  const context = {
    ...Object.fromEntries(
      ['save', 'restore', 'beginPath', 'clip', 'moveTo', 'lineTo', 'stroke', 'strokeText', 'fillRect'].map(
        (name) => [name, nothing],
      ),
    ),
    rect: (_x: number, _y: number, _width: number, height: number) => hatched.push(height),
    fillText: (text: string) => words.push(text),
  };
  const size = { width: 200, height: HEIGHT, ratio: 1 };
  drawEmpty(context as unknown as CanvasRenderingContext2D, size, sampleRate, colours);
  return { words, hatched };
}

describe('a spectrogram', () => {
  it.each([
    [11_025, 5512.5, 'Nothing above 5.5 kHz at this rate'],
    [16_000, 8000, 'Nothing above 8.0 kHz at this rate'],
    [22_050, 11_025, 'Nothing above 11.0 kHz at this rate'],
  ])('of %d Hz leaves empty what that rate cannot hold, and says so', (rate, nyquist, words) => {
    expect(emptyAbove(rate)).toBe(nyquist);
    const { words: said, hatched } = emptyOf(rate);
    expect(said).toEqual([words]);
    const edge = HEIGHT * (1 - nyquist / 12_000);
    expect(hatched).toEqual([edge]);
    const highest = rowsOf(rate, nyquist - 100).findIndex((strength) => strength > 0.5);
    expect(highest).toBeGreaterThan(edge - 1);
    expect(highest).toBeLessThan(edge + 3);
  });

  it.each([22_050, 24_000, 48_000])('of %d Hz shows a tone where its axis says it is', (rate) => {
    const rows = rowsOf(rate, 6000);
    const strongest = rows.indexOf(Math.max(...rows));
    expect(Math.abs(strongest + 0.5 - HEIGHT / 2)).toBeLessThan(2);
    expect(rows[strongest]).toBeGreaterThan(0.9);
  });

  it('hatches nothing where a rate holds all of the axis', () => {
    expect(emptyOf(24_000)).toEqual({ words: [], hatched: [] });
    expect(rowsOf(24_000, 11_900).findIndex((strength) => strength > 0.5)).toBeLessThan(2);
  });
});
