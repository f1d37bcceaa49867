import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originOf, schemeOf } from './address-parts.ts';
import { readRedirect } from './redirect.ts';

describe('a page to go to', () => {
  it.each([
    'https://store.steampowered.com/app/480',
    'http://store.steampowered.com',
    'https://store.steampowered.com:8443/?a=b#c',
    '  https://store.steampowered.com/  ',
  ])('may be %s', (text) => {
    expect(readRedirect(text)).toEqual({ ok: true, redirect: text.trim(), doubt: undefined });
  });

  it.each([
    '',
    'store.steampowered.com',
    'steam://store/480',
    'javascript:alert(1)',
    'https://',
    'https:///app',
    'https://ada:secret@store.steampowered.com/',
    'https://store.steampowered.com/a b',
  ])('may not be %j', (text) => {
    expect(readRedirect(text)).toMatchObject({ ok: false });
  });

  it('is doubted where it may be cut off, and refused where it cannot fit', () => {
    const long = readRedirect(`https://store.steampowered.com/${'a'.repeat(300)}`);
    expect(long.ok && long.doubt).toContain('cut off');
    expect(readRedirect(`https://store.steampowered.com/${'ä'.repeat(100)}`)).toMatchObject({ ok: false });
  });

  it('is judged without an exception, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (path) => {
        expect(readRedirect(`https://store.steampowered.com/${path}`).ok).toBeTypeOf('boolean');
      }),
    );
  });
});

describe('what is shown of an address', () => {
  it('is where it leads, without names, paths and queries', () => {
    expect(originOf('https://store.steampowered.com/login/transfer?token=secret')).toBe(
      'https://store.steampowered.com',
    );
    expect(originOf('HTTPS://ada:secret@store.steampowered.com:8443/#secret')).toBe(
      'https://store.steampowered.com:8443',
    );
    expect(originOf('secret')).toBeUndefined();
  });

  it('is of a web callback no more than its scheme', () => {
    expect(schemeOf('steam://gamewebcallback/?secret')).toBe('steam');
    expect(schemeOf('secret')).toBe('');
    expect(schemeOf(`${'s'.repeat(40)}:`)).toBe('');
  });
});
