import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this project's package.json, whatever folder the script was started in. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @param {...string} names
 * @returns {string} an absolute path inside the project
 */
export function inProject(...names) {
  return path.join(projectRoot, ...names);
}

/**
 * @param {string} file
 * @returns {any} the parsed content, or undefined where there is no such file or it is no JSON
 */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
