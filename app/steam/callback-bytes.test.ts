import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCallback, encodeCallback } from './callback-bytes.ts';
import { fromHex, toHex } from './hex.ts';
import {
  userCallbackNames,
  type Packing,
  type UserCallbackFields,
  type UserCallbackName,
} from './user-callbacks.ts';

/** A callback as Steam sends it, written down from the SDK's structures and not from the table. */
type Sample = {
  [Name in UserCallbackName]: readonly [name: Name, hex: string, fields: UserCallbackFields<Name>];
}[UserCallbackName];

const ascii = (text: string): string => toHex(new TextEncoder().encode(text));
const zeros = (count: number): string => '00'.repeat(count);

const sameInBoth: readonly Sample[] = [
  ['steamServerConnected', '00', {}],
  ['steamServerConnectFailed', '03000000' + '01000000', { result: 3, retrying: true }],
  ['steamServerConnectFailed', '24000000' + '00000000', { result: 36, retrying: false }],
  ['steamServerDisconnected', '06000000', { result: 6 }],
  ['steamServerDisconnected', 'ffffffff', { result: -1 }],
  [
    'clientGameServerDeny',
    'e0010000' + '0100007f' + '8769' + '0100' + '0f000000',
    { appId: 480, ip: '127.0.0.1', serverPort: 27015, secure: 1, reason: 15 },
  ],
  [
    'clientGameServerDeny',
    'ffffffff' + '0402a8c0' + 'ffff' + '0000' + '05000000',
    { appId: 0xffffffff, ip: '192.168.2.4', serverPort: 65535, secure: 0, reason: 5 },
  ],
  ['ipcFailure', '01', { type: 1 }],
  ['licensesUpdated', '00', {}],
  [
    'validateAuthTicketResponse',
    // Both ids unaligned: there is no room between them in either packing.
    '21f9feff01001001' + '06000000' + '22f9feff01001001',
    { authId: '76561202255165729', response: 6, ownerId: '76561202255165730' },
  ],
  ['encryptedAppTicketResponse', '19000000', { result: 25 }],
  ['getAuthSessionTicketResponse', '02000000' + '01000000', { authTicket: 2, result: 1 }],
  ['gameWebCallback', ascii('steam://x') + zeros(247), { url: 'steam://x' }],
  ['storeAuthUrlResponse', ascii('https://y') + zeros(503), { url: 'https://y' }],
  [
    'marketEligibilityResponse',
    '01000000' + '41800000' + '00ca9a3b' + '0f000000' + '07000000',
    {
      allowed: true,
      notAllowedReason: 0x8041,
      allowedAtTime: 1_000_000_000,
      daysSteamGuardRequired: 15,
      daysNewDeviceCooldown: 7,
    },
  ],
  [
    'durationControl',
    '01000000' + 'e0010000' + '01000000' + '302a0000' + '03000000' + '05000000' + '40380000' + '50460000',
    {
      result: 1,
      appId: 480,
      applicable: true,
      secondsLast5Hours: 10_800,
      progress: 3,
      notification: 5,
      secondsToday: 14_400,
      secondsRemaining: 18_000,
    },
  ],
  [
    'getTicketForWebApi',
    '07000000' + '01000000' + '03000000' + 'abcdef' + zeros(2557),
    { authTicket: 7, result: 1, ticketSize: 3, ticketBuffer: Uint8Array.of(0xab, 0xcd, 0xef) },
  ],
  ['steamShutdown', '00', {}],
];

const purchase = { appId: 480, orderId: '72623859790382856', authorized: true } as const;

const vectors: readonly (readonly [Packing, ...Sample])[] = [
  ...sameInBoth.map((sample): readonly [Packing, ...Sample] => [4, ...sample]),
  ...sameInBoth.map((sample): readonly [Packing, ...Sample] => [8, ...sample]),
  [4, 'microtransactionAuthResponse', 'e0010000' + '0807060504030201' + '01000000', purchase],
  [
    8,
    'microtransactionAuthResponse',
    'e0010000' + '00000000' + '0807060504030201' + '01' + zeros(7),
    purchase,
  ],
];

function bytesOf(hex: string): Uint8Array {
  const bytes = fromHex(hex);
  if (bytes === undefined) throw new Error(`Not hex: ${hex}`);
  return bytes;
}

describe('the bytes of a callback', () => {
  it.each(vectors)('are read with packing %i: %s', (packing, name, hex, fields) => {
    expect(decodeCallback(name, bytesOf(hex), packing)).toEqual({ ok: true, fields });
  });

  it.each(vectors)('are written with packing %i: %s', (packing, name, hex, fields) => {
    expect(toHex(encodeCallback<UserCallbackName>(name, fields, packing))).toBe(hex);
  });

  it('are covered here for every row of the table', () => {
    expect(new Set(vectors.map(([, name]) => name))).toEqual(new Set(userCallbackNames));
  });

  it('are read where they lie in a larger buffer, and copied out of it', () => {
    const buffer = new Uint8Array(3000).fill(0xee);
    buffer.set(bytesOf('07000000' + '01000000' + '02000000' + '1122'), 5);
    const decoded = decodeCallback('getTicketForWebApi', buffer.subarray(5, 5 + 2572), 4);
    buffer.fill(0);
    expect(decoded).toMatchObject({ fields: { authTicket: 7, ticketBuffer: Uint8Array.of(0x11, 0x22) } });
  });

  it('of another size are refused with both sizes', () => {
    expect(decodeCallback('microtransactionAuthResponse', new Uint8Array(16), 8)).toEqual({
      ok: false,
      expectedBytes: 24,
      actualBytes: 16,
    });
    expect(decodeCallback('microtransactionAuthResponse', new Uint8Array(24), 4)).toEqual({
      ok: false,
      expectedBytes: 16,
      actualBytes: 24,
    });
    expect(decodeCallback('steamShutdown', new Uint8Array(), 4)).toMatchObject({ ok: false });
  });

  it('take any byte but 0 for true', () => {
    expect(decodeCallback('steamServerConnectFailed', bytesOf('0300000080ffffff'), 4)).toEqual({
      ok: true,
      fields: { result: 3, retrying: true },
    });
  });

  it('keep 64-bit numbers whole that no double can hold', () => {
    const hex = 'ffffffffffffffff' + '00000000' + '0100000000000080';
    expect(decodeCallback('validateAuthTicketResponse', bytesOf(hex), 4)).toEqual({
      ok: true,
      fields: { authId: '18446744073709551615', response: 0, ownerId: '9223372036854775809' },
    });
  });
});

describe('text in a callback', () => {
  const urlOf = (bytes: Uint8Array): unknown => {
    const decoded = decodeCallback('gameWebCallback', bytes, 4);
    return decoded.ok ? decoded.fields.url : decoded;
  };

  it('ends at the first NUL, whatever lies behind it', () => {
    expect(urlOf(bytesOf(ascii('ab') + '00' + 'ff'.repeat(253)))).toBe('ab');
    expect(urlOf(new Uint8Array(256))).toBe('');
  });

  it('without a NUL is all of the room', () => {
    expect(urlOf(new Uint8Array(256).fill(0x61))).toBe('a'.repeat(256));
  });

  it('that is cut within a character, or is no UTF-8, still reads', () => {
    expect(urlOf(bytesOf('c3a9' + 'c3' + zeros(253)))).toBe('é\ufffd');
  });

  it('keeps its first character also where that is a byte order mark', () => {
    expect(urlOf(bytesOf('efbbbf' + '61' + zeros(252)))).toBe('\ufeffa');
  });

  it('that is too long is cut when written, and the last byte stays NUL', () => {
    const bytes = encodeCallback('gameWebCallback', { url: 'b'.repeat(300) }, 4);
    expect(bytes).toHaveLength(256);
    expect([bytes[254], bytes[255]]).toEqual([0x62, 0]);
    expect(urlOf(bytes)).toBe('b'.repeat(255));
  });
});

describe('the ticket for the web API', () => {
  const ticketOf = (size: string): unknown => {
    const room = '5a'.repeat(2560);
    const decoded = decodeCallback('getTicketForWebApi', bytesOf('01000000' + '01000000' + size + room), 4);
    return decoded.ok ? [decoded.fields.ticketSize, decoded.fields.ticketBuffer.length] : decoded;
  };

  it.each([
    ['none', '00000000', [0, 0]],
    ['some', '00010000', [256, 256]],
    ['all of the room', '000a0000', [2560, 2560]],
    ['more than the room', '010a0000', [2561, 2560]],
    ['far more', 'ffffff7f', [0x7fffffff, 2560]],
    ['fewer than none', 'ffffffff', [-1, 0]],
  ])('with a size of %s stays within its bytes', (_words, size, expected) => {
    expect(ticketOf(size)).toEqual(expected);
  });

  it('that is longer than the room is cut when written', () => {
    const fields = { authTicket: 1, result: 1, ticketSize: 3000, ticketBuffer: new Uint8Array(3000).fill(1) };
    expect(encodeCallback('getTicketForWebApi', fields, 8)).toHaveLength(2572);
  });
});

/** The size by the SDK, not by the table. */
const sizeOf = (name: UserCallbackName, packing: Packing): number =>
  (vectors.find(([candidate, row]) => candidate === packing && row === name)?.[2].length ?? 0) / 2;

const textOf = (fields: object): string | undefined =>
  'url' in fields && typeof fields.url === 'string' ? fields.url : undefined;

/** Fields as text: quicker to compare than thousands of bytes, ten thousand times. */
const inWords = (fields: object): string =>
  JSON.stringify(fields, (_key, value: unknown) => (value instanceof Uint8Array ? toHex(value) : value));

const anyName = fc.constantFrom(...userCallbackNames);
const anyPacking = fc.constantFrom<Packing>(4, 8);

describe('whatever arrives', () => {
  it('of the right size is read without throwing, and what was read survives being written', () => {
    const anyRightBytes = fc.tuple(anyName, anyPacking).chain(([name, packing]) => {
      const length = sizeOf(name, packing);
      return fc.record({
        name: fc.constant(name),
        packing: fc.constant(packing),
        bytes: fc.uint8Array({ minLength: length, maxLength: length }),
      });
    });
    fc.assert(
      fc.property(anyRightBytes, ({ name, packing, bytes }) => {
        const first = decodeCallback(name, bytes, packing);
        if (!first.ok) throw new Error(`${name} refused ${bytes.length} bytes`);
        const again = decodeCallback(name, encodeCallback(name, first.fields, packing), packing);
        if (!again.ok) throw new Error(`${name} was written with ${again.actualBytes} bytes`);
        const text = textOf(first.fields);
        if (text !== undefined) {
          // Text that is no UTF-8 grows when it is written and may be cut.
          const kept = new TextEncoder().encode(text).subarray(0, sizeOf(name, packing) - 1);
          expect(textOf(again.fields)).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(kept));
        } else expect(inWords(again.fields)).toBe(inWords(first.fields));
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);

  it('of a wrong size is refused with the sizes', () => {
    fc.assert(
      fc.property(anyName, anyPacking, fc.nat(3000), (name, packing, actualBytes) => {
        const expectedBytes = sizeOf(name, packing);
        fc.pre(actualBytes !== expectedBytes);
        expect(decodeCallback(name, new Uint8Array(actualBytes), packing)).toEqual({
          ok: false,
          expectedBytes,
          actualBytes,
        });
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);
});
