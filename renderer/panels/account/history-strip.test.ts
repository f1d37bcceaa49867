import { describe, expect, it } from 'vitest';
import type { ConnectionStretch } from '../../../app/account/account.ts';
import { layOutStrip } from './history-strip.ts';

const minute = 60_000;
const now = Date.UTC(2026, 0, 2, 12, 0, 30);

const history: readonly ConnectionStretch[] = [
  { from: now - 40 * minute, to: now - 20 * minute, state: 'online' },
  { from: now - 20 * minute, to: now - 5 * minute, state: 'offline', result: 3 },
  { from: now - 5 * minute, to: undefined, state: 'online' },
];

describe('the strip of the history', () => {
  it('covers everything from the first stretch until now', () => {
    const { from, to, segments } = layOutStrip(history, now, 'all');
    expect([from, to]).toEqual([now - 40 * minute, now]);
    expect(segments.map(({ left, width }) => [left, width])).toEqual([
      [0, 50],
      [50, 37.5],
      [87.5, 12.5],
    ]);
  });

  it('cuts off what lies before a shorter range', () => {
    const { segments } = layOutStrip(history, now, 'tenMinutes');
    expect(segments.map(({ stretch, left, width }) => [stretch.state, left, width])).toEqual([
      ['offline', 0, 50],
      ['online', 50, 50],
    ]);
  });

  it('gives a short history a minute of room', () => {
    const { segments } = layOutStrip([{ from: now - 6000, to: undefined, state: 'online' }], now, 'all');
    expect(segments).toMatchObject([{ left: 90, width: 10 }]);
  });

  it('marks few round times', () => {
    const { ticks } = layOutStrip(history, now, 'all');
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThanOrEqual(7);
    expect(ticks.every(({ at }) => at % (10 * minute) === 0)).toBe(true);
    expect(ticks.every(({ left }) => left >= 0 && left <= 100)).toBe(true);
  });

  it('is an empty line before anything happened', () => {
    expect(layOutStrip([], now, 'all').segments).toEqual([]);
  });
});
