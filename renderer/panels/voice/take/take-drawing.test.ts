import { describe, expect, it } from 'vitest';
import { sine } from '../../../../app/voice/signal/known-signals.ts';
import { AXIS_HEIGHT, BAND_HEIGHT } from '../trace/trace-drawing.ts';
import { drawTake } from './take-drawing.ts';

const WAVE_HEIGHT = 96;

describe('the waveform of a take', () => {
  it('has its levels written beside the lines of the grid, and nothing over a low voice', () => {
    const labels: { readonly text: string; readonly y: number }[] = [];
    const nothing = (): void => undefined;
    const context = {
      clearRect: nothing,
      fillRect: nothing,
      save: nothing,
      restore: nothing,
      strokeText: nothing,
      fillText: (text: string, _x: number, y: number) => labels.push({ text, y }),
    };
    drawTake(
      context as unknown as CanvasRenderingContext2D,
      { width: 200, height: WAVE_HEIGHT + BAND_HEIGHT + AXIS_HEIGHT, ratio: 1 },
      { signal: sine(440, -20, 1, 8000), sampleRate: 8000, marks: [] },
      { from: 0, to: 1 },
      'waveform',
      { wave: 'wave', loud: 'loud', text: 'text', line: 'line', marks: [] },
    );
    const levels = labels.filter(({ y }) => y <= WAVE_HEIGHT);
    expect(levels.map(({ text }) => text)).toEqual(['0 dBFS', '−6 dBFS', '−6 dBFS', '0 dBFS']);
    for (const { y } of levels) expect(Math.abs(y - WAVE_HEIGHT / 2)).toBeGreaterThanOrEqual(WAVE_HEIGHT / 4);
  });
});
