import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSafeBaseUrl } from './base-url.ts';

describe('the base address of the web API', () => {
  it.each([
    'https://partner.steam-api.com',
    'https://partner.steam-api.com/',
    'https://api.steampowered.com',
    'https://proxy.example.org:8443/steam/v1',
    'https://192.0.2.1',
    'https://[2001:db8::1]:443/',
    'http://127.0.0.1:8080',
    'http://127.1.2.3',
    'http://localhost:3000/mock',
    'http://LOCALHOST',
    'http://[::1]:8080',
  ])('may be %s', (url) => expect(isSafeBaseUrl(url)).toBe(true));

  it.each([
    ['', 'nothing'],
    ['partner.steam-api.com', 'no scheme'],
    ['ftp://127.0.0.1', 'another scheme'],
    ['file:///etc/passwd', 'another scheme'],
    ['http://partner.steam-api.com', 'in clear to elsewhere'],
    ['http://192.168.0.10', 'in clear over the network'],
    ['http://127.0.0.1.example.org', 'a name that looks like this machine'],
    ['http://localhost.example.org', 'a name that looks like this machine'],
    ['http://127.0.0.1@example.org', 'a user in front of the host'],
    ['https://user:password@example.org', 'a password'],
    ['https://example.org?key=1', 'a query'],
    ['https://example.org/#part', 'a fragment'],
    ['https://example.org/a b', 'a space'],
    ['https://example.org:123456', 'a port beyond all'],
    ['https://', 'no host'],
    ['https:///path', 'no host'],
    ['https://-example.org', 'a host that is none'],
    [' https://example.org', 'a space in front'],
    ['https://example.org\n', 'a line break'],
    ['http://127.0.0.1\\@example.org', 'a backslash, which browsers take for a slash'],
  ])('may not be %j: %s', (url) => expect(isSafeBaseUrl(url)).toBe(false));

  it('takes in clear nothing that a web client would send elsewhere than to this machine', () => {
    const host = fc.oneof(
      fc.constantFrom('localhost', '127.0.0.1', '[::1]', '127.0.0.1:80', 'localhost:1'),
      fc.ipV4(),
      fc.domain(),
      fc.string(),
    );
    fc.assert(
      fc.property(
        host,
        fc.constantFrom('', '/', '/a', '@x.org', '.x.org', '\\x.org', '%2e'),
        (name, rest) => {
          const url = `http://${name}${rest}`;
          if (!isSafeBaseUrl(url)) return;
          expect(new URL(url).hostname).toMatch(/^(localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/);
        },
      ),
      { numRuns: 500 },
    );
  });
});
