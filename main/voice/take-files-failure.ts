import { fail, succeed, type Outcome } from '../../app/outcome.ts';
import { causeOf } from '../storage/whole-files.ts';

/** What the file system did instead of what was asked, in words and without a path. */
export function attempt<Value>(work: () => Value): Outcome<Value> {
  try {
    return succeed(work());
  } catch (error) {
    return fail('storage-failed', `Takes cannot be kept: ${whyOf(error)}`, remedyOf(error));
  }
}

export function done(work: () => void): Outcome<null> {
  return attempt(() => {
    work();
    return null;
  });
}

const unwritable = ['EROFS', 'EACCES', 'EPERM'];
const full = ['ENOSPC', 'EDQUOT'];

function whyOf(error: unknown): string {
  if (isOne(error, ['EROFS'])) return 'the disk that their folder is on can only be read.';
  return isOne(error, unwritable) ? 'this user may not write to their folder.' : causeOf(error);
}

function remedyOf(error: unknown): string {
  if (isOne(error, full)) return 'Make room on the disk, or remove takes.';
  if (isOne(error, unwritable))
    return 'Let this user write to the folder “takes” beside the bench’s settings.';
  return 'See to the folder “takes” beside the bench’s settings.';
}

function isOne(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
