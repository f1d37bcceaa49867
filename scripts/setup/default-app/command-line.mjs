/**
 * @typedef {object} CommandLine
 * @property {readonly string[]} preloads modules to load before the app (`-r`, `--require`)
 * @property {boolean} isVersionAsked
 * @property {string | undefined} app a folder or a file
 */

/**
 * Reads the command line as Electron does: switches first, in any number; the first word that is none is the app,
 * and everything after it belongs to the app.
 *
 * @param {readonly string[]} args without the executable
 * @returns {CommandLine}
 */
export function parseCommandLine(args) {
  const preloads = [];
  let isVersionAsked = false;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '-r' || arg === '--require') {
      index += 1;
      preloads.push(args[index] ?? '');
    } else if (arg === '-v' || arg === '--version') {
      isVersionAsked = true;
    } else if (!arg.startsWith('-')) {
      return { preloads, isVersionAsked, app: arg };
    }
  }
  return { preloads, isVersionAsked, app: undefined };
}
