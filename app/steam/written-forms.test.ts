import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressFromNumber, addressToNumber, isAddressText } from './address.ts';
import { fromHex, toHex } from './hex.ts';
import { steamIdForms } from './steam-id.ts';
import { isUint64Text } from './uint64.ts';

describe('IPv4 addresses', () => {
  it('are numbers in host order below', () => {
    expect(addressToNumber('127.0.0.1')).toBe(0x7f000001);
    expect(addressToNumber('255.255.255.255')).toBe(0xffffffff);
    expect(addressFromNumber(0x7f000001)).toBe('127.0.0.1');
    expect(addressFromNumber(0xffffffff)).toBe('255.255.255.255');
    expect(addressFromNumber(0)).toBe('0.0.0.0');
  });

  it('come back from any number as they were', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (number) => {
        const text = addressFromNumber(number);
        expect(isAddressText(text)).toBe(true);
        expect(addressToNumber(text)).toBe(number);
      }),
    );
  });

  it.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '256.0.0.1',
    '01.2.3.4',
    '1.2.3.4 ',
    '1.2.3.-4',
    '1.2.3.4\n',
    '::1',
    'a.b.c.d',
  ])('are not this: %j', (text) => {
    expect(isAddressText(text)).toBe(false);
  });
});

describe('unsigned 64-bit numbers', () => {
  it.each(['0', '1', '76561202255165729', '18446744073709551615'])('can be %s', (text) => {
    expect(isUint64Text(text)).toBe(true);
  });

  it.each([
    '',
    '-1',
    '+1',
    '00',
    '01',
    '1.0',
    '1e3',
    '0x10',
    ' 1',
    '1\n',
    '١',
    '18446744073709551616',
    '9'.repeat(40),
  ])('cannot be %j', (text) => {
    expect(isUint64Text(text)).toBe(false);
  });
});

describe('hex', () => {
  it('is lower case, two digits a byte', () => {
    expect(toHex(Uint8Array.of(0, 1, 0xab, 255))).toBe('0001abff');
    expect(toHex(new Uint8Array())).toBe('');
  });

  it('is read in either case, and refused where it is none', () => {
    expect(fromHex('00AbfF')).toEqual(Uint8Array.of(0, 0xab, 255));
    for (const text of ['a', 'zz', '0x', '0 ', '00\n']) expect(fromHex(text)).toBe(undefined);
  });

  it('comes back as the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromHex(toHex(bytes))).toEqual(bytes);
      }),
    );
  });
});

describe('a Steam id', () => {
  it('has all its forms', () => {
    expect(steamIdForms('76561202255187930')).toEqual({
      steam64: '76561202255187930',
      steam2: 'STEAM_1:0:2147461101',
      steam3: '[U:1:4294922202]',
      accountId: 4294922202,
    });
  });

  it('of a game server has no old form', () => {
    expect(steamIdForms('85568392920039425')).toEqual({
      steam64: '85568392920039425',
      steam2: undefined,
      steam3: '[G:1:1]',
      accountId: 1,
    });
  });

  it.each(['0', '', '1', '18446744073709551615', 'STEAM_1:0:2147461101', '18446744073709551616'])(
    'cannot be %j',
    (text) => {
      expect(steamIdForms(text)).toBe(undefined);
    },
  );
});
