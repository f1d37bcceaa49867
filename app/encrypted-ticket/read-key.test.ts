import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../steam/hex.ts';
import { keyFromFile, keyFromText } from './read-key.ts';
import { requestMeaning } from './meanings.ts';

const bytes = Uint8Array.from({ length: 32 }, (_, at) => at * 7);
const hex = toHex(bytes);
const array = `{ ${Array.from(bytes, (byte) => `0x${byte.toString(16).padStart(2, '0')}`).join(', ')} };`;
const base64 = 'AAcOFRwjKjE4P0ZNVFtiaXB3foWMk5qhqK+2vcTL0tk=';
const read = (outcome: ReturnType<typeof keyFromText>) =>
  outcome.ok ? toHex(outcome.value) : outcome.error.code;

describe('a key', () => {
  it.each([
    ['hex', hex],
    ['hex in capitals, with spaces and a line break', `  ${hex.toUpperCase().match(/../g)?.join(' ')}\n`],
    ['hex with a byte order mark', `\uFEFF${hex}`],
    ['the array that Steamworks shows', array],
    ['an array with a comma at its end', array.replace(' };', ', }')],
    ['Base64', base64],
  ])('is read from %s', (_form, text) => {
    expect(read(keyFromText(text))).toBe(hex);
    expect(read(keyFromFile(new TextEncoder().encode(text)))).toBe(hex);
  });

  it('is read from a file of 32 bytes, and is a copy of them', () => {
    const file = bytes.slice();
    const key = keyFromFile(file);
    file.fill(0);
    expect(read(key)).toBe(hex);
  });

  it.each([
    ['', /no key/],
    ['   ', /no key/],
    [hex.slice(2), /32 bytes, this has 31/],
    [hex + hex, /32 bytes, this has 64/],
    [hex.slice(1), /neither hex digits nor Base64|bytes/],
    ['correct horse battery staple', /neither hex digits nor Base64|bytes/],
  ])('is not read from %j', (text, why) => {
    const refused = keyFromText(text);
    expect(refused).toMatchObject({ error: { code: 'key-refused' } });
    expect(refused.ok ? '' : refused.error.message).toMatch(why);
  });

  it('is never quoted where it is refused', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8, maxLength: 200 }), (text) => {
        const outcome = keyFromText(text);
        if (!outcome.ok) expect(JSON.stringify(outcome.error)).not.toContain(text);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (file) => {
        const outcome = keyFromFile(file);
        expect(outcome.ok ? outcome.value.length : outcome.error.code).toBe(outcome.ok ? 32 : 'key-refused');
      }),
    );
  });
});

describe('the meaning of an answer', () => {
  it.each([
    [1, '1 OK', /Granted/],
    [3, '3 NoConnection', /offline/],
    [25, '25 LimitExceeded', /60 seconds/],
    [29, '29 DuplicateRequest', /pending/],
    [17, '17 Banned', /banned/],
    [9, '9 FileNotFound', /reason of its own/],
    [999, '999 (unknown)', /reason of its own/],
  ])('%i is named %s', (result, name, cause) => {
    const meaning = requestMeaning(result);
    expect(meaning.name).toBe(name);
    expect(meaning.cause).toMatch(cause);
  });
});
