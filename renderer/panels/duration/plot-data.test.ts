import { describe, expect, it } from 'vitest';
import type { DurationReading } from '../../../app/duration/duration.ts';
import { playTimeText } from './play-time-text.ts';
import { plotData } from './plot-data.ts';

const NOON = new Date(2030, 0, 15, 12).getTime();

const reading = (change: Partial<DurationReading> = {}): DurationReading => ({
  at: NOON,
  isAsked: true,
  result: 1,
  appId: 480,
  isApplicable: true,
  secondsLast5Hours: 5400,
  progress: 0,
  notification: 0,
  secondsToday: 7200,
  secondsRemaining: 5400,
  seq: 1,
  isSimulated: false,
  ...change,
});

describe('what is drawn of play time', () => {
  it('is oldest first, in hours, with notifications as marks', () => {
    const { columns, marks } = plotData([
      reading({ at: NOON + 60_000, notification: 2, secondsToday: 10_800 }),
      reading(),
    ]);
    expect(columns).toEqual([
      [NOON / 1000, NOON / 1000 + 60],
      [1.5, 1.5],
      [2, 3],
      [1.5, 1.5],
    ]);
    expect(marks).toEqual([{ at: NOON / 1000 + 60, notification: 2 }]);
  });

  it('leaves out what counts nothing', () => {
    const { readings, summary } = plotData([reading({ result: 3 }), reading({ isApplicable: false })]);
    expect(readings).toEqual([]);
    expect(summary).toBe('Play time over time. Nothing yet.');
  });

  it('goes forward in time, also where the clock went back', () => {
    const { columns } = plotData([reading({ at: NOON - 1000 }), reading()]);
    expect(columns[0]).toEqual([NOON / 1000 - 1, NOON / 1000]);
  });

  it('is said in words for those who do not see it', () => {
    expect(plotData([reading()]).summary).toBe(
      'Play time over time: 1 reading from 12:00:00 to 12:00:00. ' +
        'Newest: last 5 hours 1 h 30 min · today 2 h · remaining 1 h 30 min. No notification.',
    );
    expect(plotData([reading({ notification: 5 })]).summary).toContain(
      '1 with a notification, the newest ExitSoon_3h.',
    );
  });
});

describe('a length of play', () => {
  it.each([
    [0, '0 s'],
    [59, '59 s'],
    [60, '1 min'],
    [3600, '1 h'],
    [10_740, '2 h 59 min'],
    [-1, '−1 s'],
  ])('of %i seconds is %s', (seconds, text) => {
    expect(playTimeText(seconds)).toBe(text);
  });
});
