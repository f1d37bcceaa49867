import { describe, expect, it } from 'vitest';
import { parsePlace, placeText } from './address.ts';

const read = (text: string): string => {
  const place = parsePlace(text);
  return place.ok ? placeText(place.value) : place.error.code;
};

describe('an address to join', () => {
  it.each([
    ['127.0.0.1:27480', '127.0.0.1:27480'],
    ['192.0.2.7', '192.0.2.7:27480'],
    [' bench.example:9 ', 'bench.example:9'],
    ['localhost', 'localhost:27480'],
    ['[::1]:1234', '[::1]:1234'],
    ['[::1]', '[::1]:27480'],
    ['::1', '[::1]:27480'],
    ['2001:db8::7', '[2001:db8::7]:27480'],
  ])('%s is %s', (text, place) => expect(read(text)).toBe(place));

  it.each([
    '',
    'http://127.0.0.1',
    'ws://x:1',
    'a b',
    'user@host',
    'host:',
    'host:0',
    'host:65536',
    'host:x',
    '[::1',
    'x/y',
    '-x',
    ':::zz',
  ])('%s is none', (text) => expect(read(text)).toBe('bad-payload'));
});
