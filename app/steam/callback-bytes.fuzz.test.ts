import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../simulator/random.ts';
import { decodeCallback, encodeCallback } from './callback-bytes.ts';
import {
  placedAt,
  userCallbackNames,
  userCallbacks,
  type Packing,
  type UserCallback,
  type UserCallbackName,
} from './user-callbacks.ts';

/** Byte strings that each decoder is given, both packings together: many a seed, since drawing them one by one is slow. */
const STRINGS = 100_000;
const STRINGS_A_SEED = 200;

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const place = (bytes: Uint8Array, random: Random): number => random.uint32() % (bytes.length + 1);

/** Ways in which bytes go wrong. Most keep the size: that is what a decoder looks at first. */
const mutations: readonly Mutation[] = [
  (bytes, random) => {
    const at = random.uint32() % bytes.length;
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (random.uint32() % 8));
    return bytes;
  },
  (bytes, random) => bytes.fill(random.uint32() & 0xff, place(bytes, random), place(bytes, random)),
  (bytes, random) => bytes.copyWithin(place(bytes, random), place(bytes, random)),
  (bytes, random) => bytes.fill(0, place(bytes, random)),
  (bytes, random) => bytes.subarray(0, place(bytes, random)),
  (bytes, random) => {
    const longer = new Uint8Array(bytes.length + 1 + (random.uint32() % 16));
    longer.set(bytes);
    return longer;
  },
];

/** Bytes of the right size or none: random ones with up to three things wrong with them. */
function drawBytes(size: number, random: Random): Uint8Array {
  let bytes: Uint8Array = new Uint8Array(size);
  // Random bytes all the way are dear in a structure of kilobytes, and its fields are in front.
  for (let at = 0; at < Math.min(size, 64); at += 1) bytes[at] = random.uint32() & 0xff;
  for (let count = random.uint32() % 4; count > 0 && bytes.length > 0; count -= 1) {
    bytes = mutations[random.uint32() % mutations.length]?.(bytes, random) ?? bytes;
  }
  return bytes;
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

const sameFields = (one: object, other: object): boolean =>
  Object.entries(one).every(([key, value]: [string, unknown]) => {
    const back: unknown = Object.entries(other).find(([name]) => name === key)?.[1];
    return value instanceof Uint8Array && back instanceof Uint8Array
      ? sameBytes(value, back)
      : value === back;
  });

/** Whether the bytes were read and written back, or refused with both sizes; anything else is a bug. */
function isSound(name: UserCallbackName, bytes: Uint8Array, packing: Packing): boolean {
  const row: UserCallback = userCallbacks[name];
  const size = placedAt(row.size, packing);
  const decoded = decodeCallback(name, bytes, packing);
  if (!decoded.ok) {
    return decoded.expectedBytes === size && decoded.actualBytes === bytes.length && bytes.length !== size;
  }
  const isRead =
    bytes.length === size && Object.keys(decoded.fields).join() === Object.keys(row.fields).join();
  // Text that is no UTF-8 grows when it is written, and may be cut.
  if (Object.values(row.fields).some(({ type }) => type === 'text')) return isRead;
  const again = decodeCallback(name, encodeCallback(name, decoded.fields, packing), packing);
  return isRead && again.ok && sameFields(decoded.fields, again.fields);
}

describe.each(userCallbackNames)('the bytes of %s', (name) => {
  it('are read and come back where they have the size of the table, and refused where not', () => {
    const tried = { right: 0, wrong: 0 };
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = createRandom(seed, name);
        for (let index = 0; index < STRINGS_A_SEED; index += 1) {
          const packing = index % 2 === 0 ? 4 : 8;
          const size = placedAt(userCallbacks[name].size, packing);
          const bytes = drawBytes(size, random);
          tried[bytes.length === size ? 'right' : 'wrong'] += 1;
          if (!isSound(name, bytes, packing)) return false;
        }
        return true;
      }),
      { numRuns: STRINGS / STRINGS_A_SEED },
    );
    expect(tried.right + tried.wrong).toBe(STRINGS);
    expect(Math.min(tried.right, tried.wrong)).toBeGreaterThan(STRINGS / 10);
  }, 60_000);
});
