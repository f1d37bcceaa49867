import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readWithin, writeWhole } from './whole-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whole-files-'));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);

describe('a file that is written', () => {
  it('holds the bytes, for its owner alone, and nothing else is left beside it', async () => {
    const path = at('session-ticket-1.bin');
    expect(await writeWhole(path, Uint8Array.of(1, 2, 255))).toEqual({
      ok: true,
      value: { path, sizeBytes: 3 },
    });
    expect([...readFileSync(path)]).toEqual([1, 2, 255]);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['session-ticket-1.bin']);
  });

  it('takes the place of what was there, whose mode is not kept', async () => {
    const path = at('ticket.txt');
    writeFileSync(path, 'a much longer text than the new one', { mode: 0o644 });
    await writeWhole(path, 'abcd\n');
    expect(readFileSync(path, 'utf8')).toBe('abcd\n');
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('fails with a cause, and leaves nothing half done', async () => {
    mkdirSync(at('taken'));
    writeFileSync(at('taken/inside'), '');
    for (const path of [at('taken'), at('missing/ticket.bin'), at('x'.repeat(300))]) {
      const outcome = await writeWhole(path, 'secret');
      expect(outcome).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
      expect(JSON.stringify(outcome)).not.toContain(folder);
    }
    expect(await writeWhole(at('missing/ticket.bin'), 'secret')).toMatchObject({
      error: {
        message: 'The file was not written: it is not there, or its folder is not.',
        remedy: 'Choose another folder, or make room.',
      },
    });
    expect(readdirSync(folder)).toEqual(['taken']);
  });

  it('leaves alone what stands where it would be prepared', async () => {
    const path = at('ticket.bin');
    const other = `${path}.${process.pid}.new`;
    writeFileSync(other, 'of somebody else');
    expect(await writeWhole(path, 'secret')).toMatchObject({ error: { code: 'storage-failed' } });
    expect(readFileSync(other, 'utf8')).toBe('of somebody else');
  });
});

describe('a file that is read', () => {
  it('gives its bytes up to the size that is asked for', async () => {
    writeFileSync(at('ticket.bin'), Uint8Array.of(1, 2, 3));
    expect(await readWithin(at('ticket.bin'), 3)).toEqual({ ok: true, value: Uint8Array.of(1, 2, 3) });
    expect(await readWithin(at('ticket.bin'), 2)).toMatchObject({
      error: { code: 'storage-failed', message: 'The file has 3 bytes; at most 2 are read.' },
    });
  });

  it('has to be a file, and to be there', async () => {
    expect(await readWithin(folder, 100)).toMatchObject({
      error: { code: 'storage-failed', message: 'What was chosen is not a file.' },
    });
    expect(await readWithin(at('missing'), 100)).toMatchObject({
      error: {
        code: 'storage-failed',
        message: 'The file was not read: it is not there, or its folder is not.',
      },
    });
  });
});
