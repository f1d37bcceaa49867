import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DrawingContext } from '../trace/trace-drawing.ts';
import { createDrawnMeter } from './meter-drawing.ts';

const colours = { bar: 'bar', peak: 'peak', track: 'track' };

/** A meter of 60 rows, one for a decibel, and what it shows row by row. */
function start(ratio = 1) {
  const rows = Array<string>(64).fill('');
  const context = {
    fillStyle: '',
    fillRect(_x: number, y: number, _width: number, height: number) {
      rows.fill(this.fillStyle, y, y + height);
    },
  };
  const place = { left: 0, width: 8, height: 60, ratio };
  const meter = createDrawnMeter(context as unknown as DrawingContext, place, colours);
  return {
    shown: (rmsDbfs: number, peakDbfs: number): readonly string[] => {
      meter.show({ rmsDbfs, peakDbfs, isClipped: false });
      return [...rows];
    },
  };
}

const times = (count: number, colour: string): readonly string[] => Array<string>(count).fill(colour);

describe('the level beside the wave', () => {
  it('is a bar as high as its RMS, with a mark at its peak', () => {
    expect(start().shown(-20, -6)).toEqual([
      ...times(6, 'track'),
      ...times(2, 'peak'),
      ...times(12, 'track'),
      ...times(40, 'bar'),
      ...times(4, ''),
    ]);
  });

  it('is an empty track where nothing is heard, and a whole bar at full scale', () => {
    expect(start().shown(-Infinity, -Infinity)).toEqual([...times(60, 'track'), ...times(4, '')]);
    expect(start().shown(3, 3)).toEqual([...times(2, 'peak'), ...times(58, 'bar'), ...times(4, '')]);
  });

  it('shows the same, whatever it showed before', () => {
    const level = fc.double({ min: -80, max: 3, noNaN: true });
    const ratio = fc.constantFrom(1, 1.25, 1.5, 2);
    fc.assert(
      fc.property(fc.array(fc.tuple(level, level), { minLength: 1 }), ratio, (levels, of) => {
        const meter = start(of);
        const drawn = levels.map(([rms, peak]) => meter.shown(rms, peak));
        expect(drawn).toEqual(levels.map(([rms, peak]) => start(of).shown(rms, peak)));
      }),
    );
  });
});
