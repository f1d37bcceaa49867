import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameCode, makeCode, plainCode } from './join-code.ts';

const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 });

describe('a join code', () => {
  it('has eight characters that nobody mistakes for others', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        expect(makeCode(() => random)).toMatch(
          /^[ABCDEFGHJKLMNPQRSTUVWXYZ2-9]{4}-[ABCDEFGHJKLMNPQRSTUVWXYZ2-9]{4}$/,
        );
      }),
    );
  });

  it('is the same however it is written down, and differs in any one character', () => {
    fc.assert(
      fc.property(bytes, fc.nat(7), (random, place) => {
        const code = makeCode(() => random);
        expect(isSameCode(` ${plainCode(code).toLowerCase()} `, code)).toBe(true);
        const other = Array.from(plainCode(code), (one, at) =>
          at === place ? (one === 'A' ? 'B' : 'A') : one,
        );
        expect(isSameCode(other.join(''), code)).toBe(false);
      }),
    );
  });

  it('is not the same as a part of it, or as more', () => {
    expect(isSameCode('', 'ABCD-EFGH')).toBe(false);
    expect(isSameCode('ABCD', 'ABCD-EFGH')).toBe(false);
    expect(isSameCode('ABCDEFGHA', 'ABCD-EFGH')).toBe(false);
  });
});
