import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../steam/hex.ts';
import { bytesFromText } from './bytes-from-text.ts';

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const forAddresses = (text: string): string =>
  text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const bytes = Uint8Array.of(0x14, 0, 0, 0, 0xfb, 0xff);

describe('pasted text', () => {
  it.each([
    ['hex', '14000000fbff'],
    ['hex in upper case', '14000000FBFF'],
    ['hex with white space', ' 14 00 00 00\n\tfb ff\r\n'],
    ['hex that breaks within a byte', '1400000\n0fbff'],
    ['hex behind 0x', '0x14000000fbff'],
    ['a list for a program', '0x14, 0x00, 0x00, 0x00, 0xFB, 0xff,'],
    ['0x without commas', '0x14 0x00 0x00 0x00 0xfb 0xff'],
    ['colons', '14:00:00:00:fb:ff'],
    ['Base64', 'FAAAAPv/'],
    ['Base64 for addresses', 'FAAAAPv_'],
    ['Base64 with line breaks', 'FAAA\r\nAPv/\n'],
  ])('is read as %s', (_words, text) => {
    expect(bytesFromText(text)).toEqual({ ok: true, value: bytes });
  });

  it('of hex digits alone is hex, though it could be Base64', () => {
    expect(bytesFromText('abcd')).toEqual({ ok: true, value: Uint8Array.of(0xab, 0xcd) });
  });

  it.each([
    ['', 'Character 1: there is no text.'],
    [' \n', 'Character 1: there is no text.'],
    ['140', 'Character 3: a byte has two hex digits, the last one has one.'],
    ['14:0:00', 'Character 5: a byte has two hex digits, this one has one.'],
    ['14:0g', 'Character 5: “g” is no hex digit.'],
    ['0x', 'Character 1: there is no hex digit.'],
    ['14 00 zz', 'Character 7: “z” is no hex digit.'],
    [`14${'00'.repeat(20)}z0`, 'Character 43: “z” is no hex digit.'],
    ['FAAA!', 'Character 5: “!” is neither a hex digit nor of Base64.'],
    ['FAAA\u0000', 'Character 5: the character U+0000 is neither a hex digit nor of Base64.'],
    ['FAAA😀', 'Character 5: “😀” is neither a hex digit nor of Base64.'],
    ['FAAAP', 'Character 5: the last character of Base64 is too much, or others are missing.'],
    ['FA=A', 'Character 4: text goes on behind the padding of Base64.'],
    ['FA=', 'Character 3: padding of Base64 is missing.'],
    ['FAAA=', 'Character 5: padding of Base64 does not belong here.'],
    ['-A/A', 'Character 3: two kinds of Base64 are mixed: + / and - _.'],
    ['FAAAAPu', 'Character 7: the last characters hold half a byte: the text was cut.'],
  ])('that is %j says at which character it stops making sense', (text, message) => {
    expect(bytesFromText(text)).toMatchObject({ ok: false, error: { code: 'not-text', message } });
  });
});

const anyBytes = fc.uint8Array({ minLength: 1, maxLength: 64 });

describe('bytes', () => {
  it('come back from hex and from every kind of Base64', () => {
    fc.assert(
      fc.property(anyBytes, (value) => {
        const hex = toHex(value);
        const texts = [hex, hex.toUpperCase(), (hex.match(/../g) ?? []).join(':')];
        const digits = base64(value);
        // Text that happens to be of hex digits alone, also with 0x in front, is hex.
        if (!/^(0x)?[\da-f]*$/i.test(digits.replaceAll('=', ''))) texts.push(digits, forAddresses(digits));
        for (const text of texts) expect(bytesFromText(text)).toEqual({ ok: true, value });
      }),
      { numRuns: 2000 },
    );
  });
});
