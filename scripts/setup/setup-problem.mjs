import { say } from './messages.mjs';

/** A reason why set-up cannot go on that the person at the keyboard can remove. */
export class SetupProblem extends Error {
  /**
   * @param {string} message what is wrong, in one or two sentences
   * @param {{ next: readonly string[], details?: string }} remedy the commands to run next, in order, and the
   *   failed program's own words
   */
  constructor(message, { next, details }) {
    super(message);
    this.name = 'SetupProblem';
    this.next = next;
    this.details = details;
  }
}

/**
 * Runs an entry point: a problem with a remedy is told, not thrown, and ends in exit code 1.
 *
 * @param {() => Promise<number | void>} main returns the exit code, nothing for 0
 */
export async function runEntryPoint(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const problem = asSetupProblem(error);
    if (problem === undefined) throw error;
    tellProblem(problem);
    process.exitCode = 1;
  }
}

/** @param {SetupProblem} problem */
export function tellProblem({ message, next, details }) {
  if (details) say(`\n${details.trimEnd()}`);
  say(`\n✖ ${message}\n  Next:\n${next.map((command) => `    ${command}`).join('\n')}`);
}

/**
 * @param {unknown} error
 * @returns {SetupProblem | undefined} undefined for a bug, which shall keep its stack
 */
function asSetupProblem(error) {
  if (error instanceof SetupProblem) return error;
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error ?? {});
  if (code === 'ENOSPC') {
    return new SetupProblem(`The disk is full${path ? ` (writing ${path})` : ''}. Make room.`, {
      next: ['npm run setup'],
    });
  }
  if (code === 'EACCES' || code === 'EROFS') {
    return new SetupProblem(`${path ?? 'A folder'} cannot be written by this user.`, {
      next: [
        process.platform === 'linux' ? 'XDG_CACHE_HOME=<a folder of yours> npm run setup' : 'npm run setup',
      ],
    });
  }
  return undefined;
}
