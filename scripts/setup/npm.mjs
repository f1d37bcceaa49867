import { existsSync } from 'node:fs';
import path from 'node:path';

import { runCommand } from './command.mjs';
import { projectRoot } from './project.mjs';

/** Two quick retries: npm's own patience leaves a person without a network waiting for more than a minute. */
export const shortPatience = [
  '--fetch-retries=2',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=5000',
];

/**
 * How to start npm: as a script of the running Node where its place is known, because `npm.cmd` on Windows wants
 * a shell, and a shell wants quoting.
 *
 * @param {readonly string[]} args
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npmCommand(args) {
  const beside = path.join(path.dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const script = [process.env['npm_execpath'], beside].find(
    (file) => file !== undefined && path.basename(file) === 'npm-cli.js' && existsSync(file),
  );
  if (script !== undefined) return { command: process.execPath, args: [script, ...args], shell: false };
  if (process.platform === 'win32') {
    return { command: 'npm.cmd', args: args.map((arg) => `"${arg}"`), shell: true };
  }
  return { command: 'npm', args: [...args], shell: false };
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<import('./command.mjs').CommandResult>}
 */
export function runNpm(args) {
  // Said explicitly, because under `npm run --silent` even errors would be kept from us.
  const npm = npmCommand([...args, '--loglevel=error']);
  return runCommand(npm.command, npm.args, { cwd: projectRoot, shell: npm.shell });
}

/**
 * @param {string} output npm's own words
 * @returns {boolean} whether the registry was out of reach, rather than the request wrong
 */
export function isRegistryUnreachable(output) {
  return /\b(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/.test(
    output,
  );
}
