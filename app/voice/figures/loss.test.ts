import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureLoss } from './loss.ts';
import { someSpurt } from './some-frames.ts';
import type { TakeFrame } from './take-record.ts';

function without(frames: readonly TakeFrame[], ...lost: readonly number[]): TakeFrame[] {
  return frames.filter((_, index) => !lost.includes(index));
}

const nothingLost = { lost: 0, bursts: [], gaps: 0, late: 0 };

describe('loss', () => {
  const { frames } = someSpurt(100);

  it('is none where every number came', () => {
    expect(measureLoss(frames)).toEqual({ expected: 100, ...nothingLost });
    expect(measureLoss([])).toEqual({ expected: 0, ...nothingLost });
  });

  it('is told by the numbers that are missing, with the length of each run', () => {
    expect(measureLoss(without(frames, 10, 20, 21, 22, 50))).toEqual({
      expected: 100,
      lost: 5,
      bursts: [1, 3, 1],
      gaps: 3,
      late: 0,
    });
  });

  it('is also what is missing at a spurt’s beginning', () => {
    expect(measureLoss(without(frames, 0, 1))).toMatchObject({
      expected: 100,
      lost: 2,
      bursts: [2],
      gaps: 1,
    });
  });

  it('is at a spurt’s end where someone knows that it went on', () => {
    const ending = frames.map((frame, index) => (index < 98 ? frame : { ...frame, isLost: true }));
    expect(measureLoss(ending)).toMatchObject({ expected: 100, lost: 2, bursts: [2], gaps: 0 });
    expect(measureLoss(ending.slice(98))).toMatchObject({ expected: 100, lost: 100, bursts: [100] });
  });

  it('is not a frame that was overtaken: that is a gap and a late one', () => {
    const [a, b, c, d, ...rest] = frames;
    const swapped = [a!, c!, b!, d!, ...rest];
    expect(measureLoss(swapped)).toEqual({ expected: 100, lost: 0, bursts: [], gaps: 1, late: 1 });
  });

  it('is not a frame that was concealed and came all the same', () => {
    const concealed = { ...frames[5]!, isLost: true };
    expect(measureLoss([...frames.slice(0, 5), concealed, ...frames.slice(6, 8), frames[5]!])).toMatchObject({
      expected: 8,
      lost: 0,
      gaps: 1,
      late: 1,
    });
  });

  it('is not the wrap of a number after 65535', () => {
    const long = someSpurt(70_000).frames;
    expect(measureLoss(long)).toEqual({ expected: 70_000, ...nothingLost });
    expect(measureLoss(without(long, 65_535, 65_536))).toMatchObject({ lost: 2, bursts: [2] });
  });

  it('is counted within each spurt, whose numbers begin at 0 again', () => {
    const second = someSpurt(50, { spurt: 1 }).frames;
    expect(measureLoss([...frames, ...second])).toEqual({ expected: 150, ...nothingLost });
    expect(measureLoss([...without(frames, 99), ...without(second, 0)])).toMatchObject({
      expected: 149,
      lost: 1,
    });
  });

  it('is just what was taken out, whatever that is', () => {
    const anyLosses = fc.array(fc.boolean(), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(anyLosses, (isLost) => {
        const whole = someSpurt(isLost.length + 1).frames;
        const { lost, bursts, gaps } = measureLoss(whole.filter((_, index) => isLost[index] !== true));
        expect(lost).toBe(isLost.filter((flag) => flag).length);
        const runs = isLost
          .map((flag) => (flag ? 'x' : ' '))
          .join('')
          .split(/ +/)
          .filter((run) => run !== '');
        expect(bursts).toEqual(runs.map((run) => run.length));
        expect(gaps).toBe(runs.length);
      }),
    );
  });
});
