import { describe, expect, it } from 'vitest';
import { encodeCallback } from '../../app/steam/callback-bytes.ts';
import { toHex } from '../../app/steam/hex.ts';
import { madeEntry } from '../journal/made-entries.ts';
import { detailFields, fieldPlaces, hasSecret, rawBytes } from './detail-fields.ts';

const purchase = { appId: 480, orderId: '18446744073709551615', authorized: true };

describe('the fields of an entry', () => {
  it('have names and meanings of enumerations', () => {
    const [result] = detailFields(madeEntry({ seq: 1, name: 'beginAuthSession', value: 2 }), 'value', false);
    expect(result).toMatchObject({ name: 'result', text: '2 DuplicateRequest' });
    expect(result?.meaning).toContain('end it first');
  });

  it.each([
    [4, { from: 4, to: 12 }],
    [8, { from: 8, to: 16 }],
  ] as const)('lie where packing %i puts them', (packing, place) => {
    const raw = toHex(encodeCallback('microtransactionAuthResponse', purchase, packing));
    const entry = madeEntry({
      seq: 1,
      kind: 'callback',
      name: 'microtransactionAuthResponse',
      value: purchase,
      raw,
    });
    expect(fieldPlaces(entry).get('orderId')).toEqual(place);
    expect(detailFields(entry, 'value', false).find(({ name }) => name === 'orderId')?.range).toEqual(place);
  });

  it('are masked where they are credentials, raw bytes as well, until they are asked for', () => {
    const value = { url: 'https://store.example/secret' };
    const raw = toHex(encodeCallback('gameWebCallback', value, 4));
    const entry = madeEntry({ seq: 1, kind: 'callback', name: 'gameWebCallback', value, raw });
    expect(hasSecret(entry)).toBe(true);
    expect(JSON.stringify(detailFields(entry, 'value', false))).not.toContain('secret');
    expect(rawBytes(entry, false)).toBe('«256 bytes masked»');
    expect(detailFields(entry, 'value', true)[0]?.text).toBe(value.url);
    expect(rawBytes(entry, true)).toHaveLength(256);
  });

  it('hold no secret in most entries', () => {
    expect(hasSecret(madeEntry({ seq: 1, name: 'loggedOn', value: true }))).toBe(false);
  });
});
