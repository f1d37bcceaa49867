import { describe, expect, it } from 'vitest';
import { agoText, durationText } from './clock-text.ts';

describe('lengths of time', () => {
  it.each([
    [0.0021, '2 µs'],
    [0.688, '688 µs'],
    [1.234, '1.23 ms'],
    [46.06, '46.1 ms'],
    [812.4, '812 ms'],
    [2310, '2.31 s'],
    [250_000, '4 min 10 s'],
  ])('%d ms are %s', (durationMs, text) => {
    expect(durationText(durationMs)).toBe(text);
  });

  it('say how long ago something was', () => {
    expect([900, 12_000, 240_000, 11_000_000].map(agoText)).toEqual([
      'now',
      '12 s ago',
      '4 min ago',
      '3 h ago',
    ]);
  });
});
