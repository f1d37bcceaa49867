import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCallback } from '../steam/callback-bytes.ts';
import { toHex } from '../steam/hex.ts';
import type { JournalEntry } from './entry.ts';
import { redactEntry } from './redact.ts';

const bytes = Uint8Array.of(0xca, 0xfe, 0xba, 0xbe);
const ADA = '76561202255165729';

const entry = (more: Partial<JournalEntry> & Pick<JournalEntry, 'kind' | 'name'>): JournalEntry => ({
  seq: 1,
  time: 0,
  ...more,
});

const call = (name: string, args: unknown, value: unknown): JournalEntry =>
  entry({ kind: 'call', name, args, value });

describe('credentials', () => {
  it('in what a function gives are masked, their size is not', () => {
    expect(redactEntry(call('getAuthSessionTicket', {}, { id: 3, buffer: bytes, size: 4 })).value).toEqual({
      id: 3,
      buffer: '«4 bytes masked»',
      size: 4,
    });
    expect(redactEntry(call('getEncryptedAppTicket', {}, { buffer: bytes, size: 4 })).value).toEqual({
      buffer: '«4 bytes masked»',
      size: 4,
    });
    const connection = { authBlob: bytes, serverId: ADA, serverIp: '10.0.0.1', serverPort: 1 };
    expect(redactEntry(call('initiateGameConnection', {}, connection)).value).toEqual({
      ...connection,
      authBlob: '«4 bytes masked»',
    });
  });

  it('in what a function takes are masked', () => {
    const begin = call('beginAuthSession', { authTicket: bytes, steamId: ADA }, 0);
    expect(redactEntry(begin)).toEqual({ ...begin, args: { authTicket: '«4 bytes masked»', steamId: ADA } });
    const request = call('requestEncryptedAppTicket', { userData: bytes }, '7');
    expect(redactEntry(request)).toEqual({ ...request, args: { userData: '«4 bytes masked»' } });
  });

  it('in what arrives are masked, decoded and raw', () => {
    const url = 'https://store.example/login?token=1';
    for (const name of ['storeAuthUrlResponse', 'gameWebCallback'] as const) {
      const raw = toHex(encodeCallback(name, { url }, 4));
      expect(redactEntry(entry({ kind: 'callResult', name, value: { url }, raw }))).toMatchObject({
        value: { url: '«35 characters masked»' },
        raw: `«${raw.length / 2} bytes masked»`,
      });
    }
    const fields = { authTicket: 5, result: 1, ticketSize: 4, ticketBuffer: bytes };
    const raw = toHex(encodeCallback('getTicketForWebApi', fields, 4));
    expect(
      redactEntry(entry({ kind: 'callback', name: 'getTicketForWebApi', value: fields, raw })),
    ).toMatchObject({
      value: { ...fields, ticketBuffer: '«4 bytes masked»' },
      raw: '«2572 bytes masked»',
    });
  });

  it('may be in the bytes of a callback that nobody knows', () => {
    expect(redactEntry(entry({ kind: 'callback', name: '115', raw: 'cafebabe' })).raw).toBe(
      '«4 bytes masked»',
    );
    expect(redactEntry(entry({ kind: 'callback', name: 'toString', raw: 'cafebabe' })).raw).toBe(
      '«4 bytes masked»',
    );
  });
});

describe('voice', () => {
  it('is somebody’s own: its size stands in the journal, its sound does not', () => {
    const voice = call('getVoice', {}, { result: 0, written: 4, buffer: bytes });
    expect(redactEntry(voice).value).toEqual({ result: 0, written: 4, buffer: '«4 bytes masked»' });
    const decoded = call('decompressVoice', { voice: bytes, sampleRate: 48_000 }, { uncompressed: bytes });
    expect(redactEntry(decoded)).toMatchObject({
      args: { voice: '«4 bytes masked»', sampleRate: 48_000 },
      value: { uncompressed: '«4 bytes masked»' },
    });
  });
});

describe('what is no credential', () => {
  it('stays: handles of tickets are numbers', () => {
    const cancel = call('cancelAuthTicket', { authTicket: 3 }, null);
    expect(redactEntry(cancel)).toEqual(cancel);
    const web = call('getAuthTicketForWebApi', { serviceIdentity: 'inventory' }, 3);
    expect(redactEntry(web)).toEqual(web);
    const response = entry({
      kind: 'callback',
      name: 'getAuthSessionTicketResponse',
      value: { authTicket: 3, result: 1 },
      raw: '0300000001000000',
    });
    expect(redactEntry(response)).toEqual(response);
  });

  it('stays: how much voice there is', () => {
    expect(redactEntry(call('getAvailableVoice', {}, { result: 0, buffer: 4 })).value).toEqual({
      result: 0,
      buffer: 4,
    });
  });

  it('stays as it is, down to what is missing, and the entry itself is not changed', () => {
    const session = entry({
      kind: 'session',
      name: 'connected',
      value: { steamId: ADA, none: null, list: [1] },
    });
    expect(redactEntry(session)).toEqual(session);
    const ticket = call('getAuthSessionTicket', {}, { id: 1, buffer: bytes, size: 4 });
    redactEntry(ticket);
    expect(ticket.value).toEqual({ id: 1, buffer: bytes, size: 4 });
  });
});

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The whole characters of the bytes' base64, without the last one and the padding. */
function toBase64(secret: Uint8Array): string {
  const bits = Array.from(secret, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{6}/g) ?? []).map((six) => alphabet[Number.parseInt(six, 2)]).join('');
}

describe('a secret', () => {
  type Place = (secret: Uint8Array<ArrayBuffer>, text: string) => JournalEntry;

  /** Every place of the tables where a ticket, a blob, a store address or user data can stand. */
  const places: Readonly<Record<string, Place>> = {
    'a session ticket': (buffer) => call('getAuthSessionTicket', {}, { id: 1, buffer, size: buffer.length }),
    'a ticket to check': (authTicket) => call('beginAuthSession', { authTicket, steamId: ADA }, 0),
    'an encrypted ticket': (buffer) => call('getEncryptedAppTicket', {}, { buffer, size: buffer.length }),
    'user data of an encrypted ticket': (userData) => call('requestEncryptedAppTicket', { userData }, '1'),
    'the blob of a game connection': (authBlob) => call('initiateGameConnection', {}, { authBlob }),
    'a ticket for the web API': (ticketBuffer) => {
      const fields = { authTicket: 1, result: 1, ticketSize: ticketBuffer.length, ticketBuffer };
      const raw = toHex(encodeCallback('getTicketForWebApi', fields, 4));
      return entry({ kind: 'callback', name: 'getTicketForWebApi', value: fields, raw });
    },
    'the address of the store': (_secret, url) =>
      entry({
        kind: 'callResult',
        name: 'storeAuthUrlResponse',
        value: { url },
        raw: toHex(encodeCallback('storeAuthUrlResponse', { url }, 4)),
      }),
    'an address from the overlay': (_secret, url) =>
      entry({
        kind: 'callback',
        name: 'gameWebCallback',
        value: { url },
        raw: toHex(encodeCallback('gameWebCallback', { url }, 4)),
      }),
    'a ticket in a callback of the wrong size': (secret) =>
      entry({ kind: 'callback', name: 'getTicketForWebApi', raw: toHex(secret) }),
    'a callback that nobody knows': (secret) => entry({ kind: 'callback', name: '4321', raw: toHex(secret) }),
  };

  it.each(Object.entries(places))('is never written out: %s', (_words, place) => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 64 }), (drawn) => {
        const secret = Uint8Array.from(drawn);
        // Letters that stand in no mask and no name, so that finding them means something.
        const text = `Q${toHex(secret)}Z`;
        const written = JSON.stringify(redactEntry(place(secret, text)));
        expect(written).not.toContain(toHex(secret));
        expect(written).not.toContain(toHex(new TextEncoder().encode(text)));
        expect(written).not.toContain(secret.join(','));
        expect(written).not.toContain(toBase64(secret));
        expect(written).not.toContain(JSON.stringify(secret).slice(1, -1));
        expect(written).not.toContain(text);
      }),
      { numRuns: 300 },
    );
  });
});
