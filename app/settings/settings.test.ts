import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { defaultSettings, readSettings, SettingsChange } from './settings.ts';

const stored = {
  theme: 'dark',
  panel: 'tickets',
  timelinePercent: 50,
  isTimelineOpen: false,
  isNavigationNarrow: true,
  badgeSeries: 7,
  webApiUrl: 'http://127.0.0.1:8080/api',
  voice: {
    key: 'KeyV',
    loopback: 'live',
    delayMs: 200,
    targetBufferMs: 80,
    rate: 24_000,
    outputDevice: 'speakers',
    microphoneDevice: 'headset',
    tailTimeoutMs: 1000,
    longestTakeMinutes: 2,
    storeLimitBytes: 1 << 24,
    limits: { peakDbfs: { max: -3 } },
  },
  window: { width: 1000, height: 700 },
};

describe('stored settings', () => {
  it('are read as they are', () => {
    expect(readSettings(stored)).toEqual(stored);
  });

  it('are the defaults where there are none', () => {
    expect(defaultSettings).toEqual({
      theme: 'system',
      panel: 'connection',
      timelinePercent: 38,
      isTimelineOpen: true,
      isNavigationNarrow: false,
      badgeSeries: 4,
      webApiUrl: 'https://partner.steam-api.com',
      voice: {
        key: 'Space',
        loopback: 'after',
        delayMs: 0,
        targetBufferMs: 60,
        rate: 'optimal',
        outputDevice: '',
        microphoneDevice: '',
        tailTimeoutMs: 3000,
        longestTakeMinutes: 10,
        storeLimitBytes: 1 << 30,
        limits: {},
      },
      window: { width: 1280, height: 800 },
    });
    for (const nothing of [undefined, null, {}, [], 'text', 5, true]) {
      expect(readSettings(nothing)).toEqual(defaultSettings);
    }
  });

  it.each([
    ['theme', 'purple'],
    ['theme', 1],
    ['panel', 'nowhere'],
    ['timelinePercent', 9],
    ['timelinePercent', 86],
    ['timelinePercent', '40'],
    ['timelinePercent', Number.NaN],
    ['isTimelineOpen', 'yes'],
    ['isNavigationNarrow', null],
    ['badgeSeries', 0],
    ['badgeSeries', 51],
    ['badgeSeries', 1.5],
    ['webApiUrl', 'http://example.com'],
    ['webApiUrl', 'https://user@example.com'],
    ['webApiUrl', 'https://example.com/?key=1'],
    ['webApiUrl', 'file:///etc'],
    ['webApiUrl', 'http://127.0.0.1.example.com'],
    ['voice', 'loud'],
    ['window', { width: 1000 }],
    ['window', { width: 100, height: 700 }],
    ['window', { width: 1000, height: 1e9 }],
    ['window', 'large'],
  ] as const)('with a bad %s lose that one alone: %j', (key, value) => {
    expect(readSettings({ ...stored, [key]: value })).toEqual({ ...stored, [key]: defaultSettings[key] });
  });

  it('drop what nobody knows any more', () => {
    expect(readSettings({ ...stored, colour: 'red' })).toEqual(stored);
  });

  it('are always whole, whatever the file holds, and read the same again', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record(Object.fromEntries(Object.keys(stored).map((key) => [key, fc.anything()])), {
        requiredKeys: [],
      }),
    );
    fc.assert(
      fc.property(anything, (content) => {
        const settings = readSettings(content);
        expect(Object.keys(settings).toSorted()).toEqual(Object.keys(stored).toSorted());
        expect(readSettings(settings)).toEqual(settings);
      }),
      { numRuns: 2000 },
    );
  }, 30_000);
});

describe('a change from the page', () => {
  const isTaken = (change: unknown): boolean => z.safeParse(SettingsChange, change).success;

  it('is any part of what the page may set', () => {
    expect(isTaken({})).toBe(true);
    expect(isTaken({ theme: 'light' })).toBe(true);
    const { window: _window, ...all } = stored;
    expect(isTaken(all)).toBe(true);
  });

  it.each([
    [{ theme: 'purple' }],
    [{ timelinePercent: 0 }],
    [{ badgeSeries: '4' }],
    [{ window: { width: 1000, height: 700 } }],
    [{ more: 1 }],
    [undefined],
    ['dark'],
  ])('is not %j', (change) => {
    expect(isTaken(change)).toBe(false);
  });
});
