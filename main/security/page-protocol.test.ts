import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentPolicy } from './content-policy.ts';
import { createPageHandler, fileOfPage, PAGE_URL } from './page-protocol.ts';

const folder = join(tmpdir(), 'page');

describe('the file of a page address', () => {
  it.each([
    [PAGE_URL, 'index.html'],
    ['app://bench/assets/index-abc123.js', 'assets/index-abc123.js'],
    ['app://bench/a/b/../style.css', 'a/style.css'],
    ['app://bench/font.woff2?version=1#top', 'font.woff2'],
    ['app://bench/with%20space.svg', 'with space.svg'],
    ['app://bench/../../index.html', 'index.html'],
  ])('of %s', (url, file) => {
    expect(fileOfPage(url, folder)).toBe(join(folder, file));
  });

  it.each([
    'app://bench/..%2fsecret.html',
    'app://bench/..%2F..%2Fsecret.html',
    'app://bench/%2e%2e%2fsecret.html',
    'app://bench/%2e%2e%2f%2e%2e%2fsecret.html',
    'app://bench/a/..%2f..%2fsecret.html',
    'app://bench/..%5csecret.html',
    'app://bench/..\\secret.html',
    'app://bench/%5c%5cserver%5cshare.html',
    'app://bench/index.html%00.png',
    'app://bench/%00',
    'app://bench/%E0%A4%A.html',
    'app://bench/../page-of-somebody/secret.html%2f..%2f..%2f..%2fpage-of-somebody/x.html',
    'app://bench/..%2fpage-of-somebody/x.html',
  ])('is none outside the folder: %s', (url) => {
    expect(fileOfPage(url, folder)).toBe(undefined);
  });

  it.each([
    'app://other/index.html',
    'app://bench.example/index.html',
    'app://bench:80/index.html',
    'app:///index.html',
    'app:index.html',
    'file:///index.html',
    'https://bench/index.html',
    'http://app//bench/index.html',
    'bench/index.html',
    '',
  ])('is none elsewhere: %s', (url) => {
    expect(fileOfPage(url, folder)).toBe(undefined);
  });

  it.each([
    'app://bench/',
    'app://bench',
    'app://bench/assets/',
    'app://bench/.env',
    'app://bench/index.js.map',
    'app://bench/a.json',
    'app://bench/constructor',
  ])('is none that is not of a page: %s', (url) => {
    expect(fileOfPage(url, folder)).toBe(undefined);
  });

  it('is below the folder, whatever the address', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '/',
        '%2f',
        '%5c',
        '\\',
        '%2e',
        '%252e',
        '%00',
        'a',
        '.html',
        '.js',
        '?',
        '#',
        ':',
        '@',
      ),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = fileOfPage(`app://bench/${pieces.join('')}`, folder);
        if (file === undefined) return;
        expect(file.startsWith(join(folder, '/'))).toBe(true);
        expect(file.split(/[/\\]/)).not.toContain('..');
        expect(file).not.toContain('\0');
      }),
      { numRuns: 5000 },
    );
  }, 30_000);
});

describe('the answer to a request of the page', () => {
  let served = '';

  beforeAll(() => {
    served = mkdtempSync(join(tmpdir(), 'bench-page-'));
    writeFileSync(join(served, 'index.html'), '<!doctype html>');
    writeFileSync(join(served, 'index.js'), 'export {};');
    mkdirSync(join(served, 'folder.html'));
  });

  afterAll(() => rmSync(served, { recursive: true }));

  const answerTo = (url: string, init?: RequestInit): Promise<Response> =>
    createPageHandler(served)(new Request(url, init));

  it('is the file with its type and the policy', async () => {
    const answer = await answerTo('app://bench/index.html');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('<!doctype html>');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentPolicy,
      'x-content-type-options': 'nosniff',
    });
    expect((await answerTo('app://bench/index.js')).headers.get('content-type')).toMatch(/^text\/javascript/);
  });

  it.each([
    'app://bench/missing.html',
    'app://bench/folder.html',
    'app://bench/index.html/',
    'app://other/index.html',
  ])('is 404 where there is no such file: %s', async (url) => {
    expect((await answerTo(url)).status).toBe(404);
  });

  it('is 404 to anything but a question', async () => {
    expect((await answerTo('app://bench/index.html', { method: 'POST' })).status).toBe(404);
    expect((await answerTo('app://bench/index.html', { method: 'HEAD' })).status).toBe(404);
  });
});

describe('the policy of the page', () => {
  it('lets it run its own files and talk to nobody', () => {
    expect(contentPolicy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(contentPolicy).not.toMatch(/unsafe|\*|https?:/);
    // The sheet of a take’s wave, by its text, and none besides.
    expect(contentPolicy).toMatch(/; style-src 'self' 'sha256-[\w+/]{43}='; /);
  });
});
