import { describe, expect, it } from 'vitest';
import { takeIdOf, timeOfTakeId } from './take-id.ts';

describe('the id of a take', () => {
  it('tells to the second when it began', () => {
    const at = Date.UTC(2026, 10, 21, 18, 36, 13, 421);
    expect(takeIdOf(at, '0a1b2c3d')).toBe('20261121183613-0a1b2c3d');
    expect(timeOfTakeId('20261121183613-0a1b2c3d')).toBe(at - 421);
  });

  it.each([
    'song',
    '',
    '20261121183613',
    '20261321183613-0a1b2c3d',
    '20261121183613-0a1b2c3',
    'x20261121183613-0a1b2c3d',
  ])('that the bench did not make tells nothing: %j', (id) => expect(timeOfTakeId(id)).toBeUndefined());
});
