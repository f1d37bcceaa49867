import { describe, expect, it } from 'vitest';
import { numberText } from '../../../../app/voice/figures/number-text.ts';
import { readLimitEnd } from './limit-end.ts';

describe('an end of a limit', () => {
  it('is read back as it was written', () => {
    expect([-40, 0, 0.5].map((value) => readLimitEnd(numberText(value)))).toEqual([-40, 0, 0.5]);
    expect(readLimitEnd(' 0,5 ')).toBe(0.5);
    expect(readLimitEnd(' ')).toBe(undefined);
    expect(readLimitEnd('loud')).toBeNaN();
    expect(readLimitEnd('1e9')).toBeNaN();
  });
});
