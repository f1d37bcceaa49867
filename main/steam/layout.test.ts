import { beforeAll, describe, expect, it } from 'vitest';
import { checkLayout, packingOf, type MeasureStruct } from './layout.ts';
import { locateNativeFiles } from './addon.ts';
import { openFlatLibrary } from './flat-library.ts';

let measure: MeasureStruct;

beforeAll(async () => {
  const files = locateNativeFiles();
  if (!files.ok) throw new Error(files.error.message);
  const flat = await openFlatLibrary(files.value.library);
  if (!flat.ok) throw new Error(flat.error.message);
  measure = flat.value.measureStruct;
});

describe('the table of callbacks', () => {
  it.each([4, 8] as const)('is what C makes of its fields with packing %i', (packing) => {
    expect(checkLayout(measure, packing)).toEqual({ ok: true, value: undefined });
  });

  it('is told from what another packing makes of it', () => {
    const asOnWindows: MeasureStruct = (fields) => measure(fields, 8);
    const outcome = checkLayout(asOnWindows, 4);
    expect(outcome).toMatchObject({ ok: false, error: { code: 'layout-mismatch' } });
    if (!outcome.ok) expect(outcome.error.message).toContain('CallbackMsg_t: 24 instead of 20');
  });

  it('is not trusted where pointers are short', () => {
    const with32Bits: MeasureStruct = (fields, packing) => ({ ...measure(fields, packing), size: 4 });
    expect(checkLayout(with32Bits, 4)).toMatchObject({ ok: false, error: { code: 'layout-mismatch' } });
  });
});

describe('packing', () => {
  it('is 8 on Windows only', () => {
    expect([packingOf('linux'), packingOf('darwin'), packingOf('win32')]).toEqual([4, 4, 8]);
  });
});
