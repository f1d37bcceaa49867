import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import type { SavedFile } from '../../app/ipc/contract.ts';
import { fail, succeed, type Outcome } from '../../app/outcome.ts';

/** What a file holds may be a credential: only its owner reads it. */
const OWNER_ONLY = 0o600;

/**
 * Writes a file whole: beside its place and then swapped in, so that a full disk never leaves half of one and never
 * costs the one that was there.
 */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<Outcome<SavedFile>> {
  const temporary = `${path}.${process.pid}.new`;
  try {
    const file = await open(temporary, 'wx', OWNER_ONLY);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    return succeed({ path, sizeBytes: Buffer.byteLength(content) });
  } catch (error) {
    await discard(temporary, error);
    return fail(
      'storage-failed',
      `The file was not written: ${causeOf(error)}`,
      'Choose another folder, or make room.',
    );
  }
}

/** Reads a file that has at most so many bytes; what is larger is not even opened. */
export async function readWithin(path: string, largestBytes: number): Promise<Outcome<Uint8Array>> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return fail('storage-failed', 'What was chosen is not a file.', 'Choose a file.');
    if (found.size > largestBytes) return tooLarge(found.size, largestBytes);
    const bytes = await readFile(path);
    // It may have grown in the meantime.
    return bytes.length > largestBytes
      ? tooLarge(bytes.length, largestBytes)
      : succeed(new Uint8Array(bytes));
  } catch (error) {
    return fail(
      'storage-failed',
      `The file was not read: ${causeOf(error)}`,
      'Choose another one, or see that you may read it.',
    );
  }
}

function tooLarge(sizeBytes: number, largestBytes: number) {
  return fail(
    'storage-failed',
    `The file has ${sizeBytes} bytes; at most ${largestBytes} are read.`,
    'Choose the file that holds nothing but the ticket or the key.',
  );
}

/** Removes what was written so far, unless it is a file that stood there before. */
async function discard(temporary: string, error: unknown): Promise<void> {
  if (codeOf(error) === 'EEXIST') return;
  // What kept the file from being written is told; that it cannot be removed either adds nothing.
  await rm(temporary, { force: true }).catch(() => undefined);
}

const causes: Readonly<Record<string, string>> = {
  EACCES: 'this user may not.',
  EPERM: 'this user may not.',
  EROFS: 'the disk can only be read.',
  ENOSPC: 'the disk is full.',
  EDQUOT: 'this user’s share of the disk is full.',
  ENOENT: 'it is not there, or its folder is not.',
  ENOTDIR: 'its folder is no folder.',
  EISDIR: 'a folder has that name.',
  ENAMETOOLONG: 'its name is too long.',
  EEXIST: 'a file that is needed for it is in the way.',
};

/** In words and without a path: what was chosen is known. */
export function causeOf(error: unknown): string {
  const code = codeOf(error);
  return causes[code] ?? `the system says ${code}.`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
