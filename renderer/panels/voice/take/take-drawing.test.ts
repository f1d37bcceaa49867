import { describe, expect, it } from 'vitest';
import { TAKE_WAVE_HEIGHT } from '../../../../app/voice/wave-style.ts';
import { AXIS_HEIGHT, BAND_HEIGHT } from '../trace/trace-drawing.ts';
import { drawOverTake } from './take-drawing.ts';

describe('what lies over the wave of a take', () => {
  it('has its levels written beside the lines of the grid, and nothing over a low voice', () => {
    const labels: { readonly text: string; readonly y: number }[] = [];
    const nothing = (): void => undefined;
    const context = {
      ...{ fillRect: nothing, save: nothing, restore: nothing, strokeText: nothing },
      ...{ beginPath: nothing, moveTo: nothing, lineTo: nothing, fill: nothing },
      fillText: (text: string, _x: number, y: number) => labels.push({ text, y }),
    };
    drawOverTake(
      context as unknown as CanvasRenderingContext2D,
      { width: 200, height: TAKE_WAVE_HEIGHT + BAND_HEIGHT + AXIS_HEIGHT, ratio: 1 },
      { sampleRate: 8000, marks: [], mark: 0 },
      { from: 0, to: 1 },
      'waveform',
      { wave: 'wave', loud: 'loud', text: 'text', line: 'line', ground: 'ground', place: 'text', marks: [] },
    );
    const levels = labels.filter(({ y }) => y <= TAKE_WAVE_HEIGHT);
    expect(levels.map(({ text }) => text)).toEqual(['0 dBFS', '−6 dBFS', '−6 dBFS', '0 dBFS']);
    for (const { y } of levels)
      expect(Math.abs(y - TAKE_WAVE_HEIGHT / 2)).toBeGreaterThanOrEqual(TAKE_WAVE_HEIGHT / 4);
  });
});
