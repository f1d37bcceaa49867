import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutated } from '../tickets/reading/any-bytes.ts';
import { decodeCallback, encodeCallback } from './callback-bytes.ts';
import { toHex } from './hex.ts';
import {
  placedAt,
  userCallbackNames,
  userCallbacks,
  type Packing,
  type UserCallback,
} from './user-callbacks.ts';

const RUNS = 100_000;
const packings: readonly Packing[] = [4, 8];
const targets = userCallbackNames.flatMap((name) => packings.map((packing) => ({ name, packing })));

/** What a callback with everything in it looks like: no field is 0, and a text ends before its room does. */
function fullBytes(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => (at > 64 ? 0 : (at * 37 + 1) % 256));
}

/** A text grows where it is no UTF-8, and may be cut when it is written: it does not come back byte by byte. */
const hasText = (row: UserCallback): boolean =>
  Object.values(row.fields).some((field) => field.type === 'text');

const inWords = (fields: object): string =>
  JSON.stringify(fields, (_key, value: unknown) => (value instanceof Uint8Array ? toHex(value) : value));

describe.each(targets)('$name with packing $packing', ({ name, packing }) => {
  const row: UserCallback = userCallbacks[name];
  const size = placedAt(row.size, packing);
  // Together all of the decoders read as many strings as each of the tickets' readers.
  const numRuns = Math.ceil(RUNS / targets.length);

  it('reads bytes of its size and gives them back, and refuses others with both sizes', () => {
    let read = 0;
    let refused = 0;
    fc.assert(
      fc.property(mutated([fullBytes(size), new Uint8Array(size)]), (bytes) => {
        const decoded = decodeCallback(name, bytes, packing);
        if (!decoded.ok) {
          refused += 1;
          return (
            decoded.expectedBytes === size && decoded.actualBytes === bytes.length && bytes.length !== size
          );
        }
        read += 1;
        if (bytes.length !== size) return false;
        if (hasText(row)) return Object.keys(decoded.fields).length === Object.keys(row.fields).length;
        const again = decodeCallback(name, encodeCallback(name, decoded.fields, packing), packing);
        return again.ok && inWords(again.fields) === inWords(decoded.fields);
      }),
      { numRuns },
    );
    expect(read).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
  }, 60_000);
});
