import { describe, expect, it } from 'vitest';
import { knownApps, knownAppName, readAppId } from './known-apps.ts';

describe('an app id', () => {
  it('is a whole number of 32 bits', () => {
    expect(readAppId(' 480 ')).toEqual({ ok: true, appId: 480 });
    expect(readAppId('4294967295')).toEqual({ ok: true, appId: 4_294_967_295 });
  });

  it.each([
    ['', 'Enter an app id'],
    ['four', 'digits only'],
    ['-1', 'digits only'],
    ['48.0', 'digits only'],
    ['0x1e0', 'digits only'],
    ['4294967296', 'at most 4294967295'],
    ['99999999999999999999', 'at most 4294967295'],
    ['0', 'begin at 1'],
  ])('is refused with a reason: %j', (text, reason) => {
    const reading = readAppId(text);
    expect(reading.ok ? '' : reading.problem).toContain(reason);
  });

  it('has a name where it is a known one, Spacewar first', () => {
    expect(knownApps[0]).toMatchObject({ appId: 480, name: 'Spacewar' });
    expect(knownAppName(570)).toBe('Dota 2');
    expect(knownAppName(571)).toBeUndefined();
  });
});
