import * as fc from 'fast-check';

/** One way in which bytes go wrong. Positions are shares of the length, so that they fit whatever came before. */
type Mutation =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'set'; readonly at: number; readonly value: number }
  | { readonly kind: 'cut'; readonly from: number; readonly to: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'repeat'; readonly from: number; readonly to: number }
  | { readonly kind: 'truncate'; readonly at: number }
  | { readonly kind: 'extend'; readonly bytes: Uint8Array };

const place = fc.double({ min: 0, max: 1, noNaN: true });
const someBytes = fc.uint8Array({ maxLength: 8 });
const value = fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.nat(255));

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('flip' as const), at: place, bit: fc.nat(7) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('set' as const), at: place, value }) },
  fc.record({ kind: fc.constant('cut' as const), from: place, to: place }),
  fc.record({ kind: fc.constant('insert' as const), at: place, bytes: someBytes }),
  fc.record({ kind: fc.constant('repeat' as const), from: place, to: place }),
  fc.record({ kind: fc.constant('truncate' as const), at: place }),
  fc.record({ kind: fc.constant('extend' as const), bytes: someBytes }),
);

/** The given bytes with up to three things wrong with them, and now and then bytes that have nothing to do with them. */
export function mutated(sources: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const changed = fc
    .tuple(fc.constantFrom(...sources), fc.array(mutation, { maxLength: 3 }))
    .map(([bytes, mutations]) => mutations.reduce(mutate, bytes));
  return fc.oneof(
    { weight: 19, arbitrary: changed },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  );
}

function mutate(bytes: Uint8Array, step: Mutation): Uint8Array {
  const index = (share: number): number => Math.min(bytes.length, Math.floor(share * (bytes.length + 1)));
  switch (step.kind) {
    case 'flip':
      return bytes.map((byte, at) => (at === index(step.at) ? byte ^ (1 << step.bit) : byte));
    case 'set':
      return bytes.map((byte, at) => (at === index(step.at) ? step.value : byte));
    case 'cut': {
      const [from, to] = [index(Math.min(step.from, step.to)), index(Math.max(step.from, step.to))];
      return join(bytes.subarray(0, from), bytes.subarray(to));
    }
    case 'insert':
      return join(bytes.subarray(0, index(step.at)), step.bytes, bytes.subarray(index(step.at)));
    case 'repeat':
      return join(bytes.subarray(0, index(step.from)), bytes.subarray(index(step.to)));
    case 'truncate':
      return bytes.subarray(0, index(step.at));
    case 'extend':
      return join(bytes, step.bytes);
  }
}

function join(...pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
