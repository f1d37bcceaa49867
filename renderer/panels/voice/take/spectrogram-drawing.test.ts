import { describe, expect, it } from 'vitest';
import { sine } from '../../../../app/voice/signal/known-signals.ts';
import { drawSpectrogram, emptyAbove } from './spectrogram-drawing.ts';

const HEIGHT = 120;
const WIDTH = 200;
const colours = { wave: 'wave', loud: 'loud', text: 'text', line: 'line', marks: [] };

/** What is drawn of a tone at that rate. */
function drawn(sampleRate: number, hertz: number) {
  const rects: { readonly top: number; readonly bottom: number }[] = [];
  const words: string[] = [];
  const context = {
    fillStyle: '',
    fillRect(this: { fillStyle: string }, _x: number, y: number, _width: number, height: number) {
      if (this.fillStyle === 'wave') rects.push({ top: y, bottom: y + height });
    },
    fillText: (text: string) => words.push(text),
    ...Object.fromEntries(
      ['save', 'restore', 'beginPath', 'rect', 'clip', 'moveTo', 'lineTo', 'stroke', 'strokeText'].map(
        (name) => [name, () => undefined],
      ),
    ),
  };
  drawSpectrogram(
    context as unknown as CanvasRenderingContext2D,
    { width: WIDTH, height: HEIGHT, ratio: 1 },
    HEIGHT,
    { signal: sine(hertz, -6, 1, sampleRate), sampleRate, marks: [] },
    { from: 0, to: 1 },
    colours,
  );
  return { rects, words };
}

describe('a spectrogram', () => {
  it.each([
    [11_025, 5512.5, 'Nothing above 5.5 kHz at this rate'],
    [16_000, 8000, 'Nothing above 8.0 kHz at this rate'],
  ])('of %d Hz leaves empty what that rate cannot hold, and says so', (rate, nyquist, words) => {
    expect(emptyAbove(rate)).toBe(nyquist);
    const { rects, words: said } = drawn(rate, nyquist - 100);
    expect(said).toEqual([words]);
    expect(rects.length).toBeGreaterThan(0);
    const highest = Math.min(...rects.map(({ top }) => top));
    expect(highest).toBeGreaterThan(HEIGHT * (1 - nyquist / 12_000) - 0.01);
    expect(highest).toBeLessThan(HEIGHT * (1 - nyquist / 12_000) + 3);
  });

  it.each([22_050, 24_000, 48_000])('of %d Hz shows a tone where its axis says it is', (rate) => {
    const { rects, words } = drawn(rate, 6000);
    expect(words).toEqual(rate === 22_050 ? ['Nothing above 11.0 kHz at this rate'] : []);
    const loudest = rects.map(({ top, bottom }) => (top + bottom) / 2);
    const middle = loudest.reduce((sum, y) => sum + y, 0) / loudest.length;
    expect(Math.abs(middle - HEIGHT / 2)).toBeLessThan(3);
  });
});
