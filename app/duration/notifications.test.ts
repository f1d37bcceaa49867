import { describe, expect, it } from 'vitest';
import { notifications, notificationWords, progressValues, progressWords } from './notifications.ts';

describe('the words of duration control', () => {
  it('say what to do for all eight notifications and all six progress values', () => {
    expect(notifications.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(progressValues.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4, 5]);
    const duties = [...notifications, ...progressValues].map(({ duty }) => duty);
    expect(new Set(duties).size).toBe(duties.length);
    expect(duties.filter((duty) => duty.includes('Not known'))).toEqual([]);
  });

  it('mark what is deprecated, and what asks the game to end', () => {
    expect(progressValues.filter(({ isDeprecated }) => isDeprecated).map(({ name }) => name)).toEqual([
      'Half',
      'None',
    ]);
    expect(notifications.filter(({ urgency }) => urgency === 'end').map(({ value }) => value)).toEqual([
      5, 6, 7,
    ]);
  });

  it('do not fall over a value that is later than the table', () => {
    expect(notificationWords(8)).toMatchObject({ value: 8, name: '(unknown)' });
    expect(progressWords(-1)).toMatchObject({ value: -1, name: '(unknown)' });
  });
});
