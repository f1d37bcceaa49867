import { describe, expect, it } from 'vitest';
import { hexDump } from './hex-dump.ts';

describe('a hex dump', () => {
  it('has sixteen bytes a row in two halves, and the printable ones as text', () => {
    expect(hexDump('48656c6c6f2c2073696d756c6174656421ff007e7f')).toEqual([
      {
        offset: '00000000',
        hex: '48 65 6c 6c 6f 2c 20 73  69 6d 75 6c 61 74 65 64',
        ascii: 'Hello, simulated',
      },
      { offset: '00000010', hex: '21 ff 00 7e 7f', ascii: '!..~.' },
    ]);
  });

  it('is empty without bytes', () => {
    expect(hexDump('')).toEqual([]);
  });
});
