import { spawn } from 'node:child_process';
import os from 'node:os';

import { projectRoot } from '../setup/project.mjs';

/** @type {readonly NodeJS.Signals[]} */
const forwardedSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in the project's root as if it had been started instead of this script: it has the terminal, it gets
 * the signals, and its exit code is the answer.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [environment] on top of this process's own
 * @param {boolean} [shell] whether it needs one to be found
 * @returns {Promise<number>} as a shell counts: 128 and the signal's number where a signal ended it
 */
export function runChild(command, args, environment = {}, shell = false) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: { ...process.env, ...environment },
      stdio: 'inherit',
      shell,
    });
    const forward = (/** @type {NodeJS.Signals} */ signal) => {
      // Ctrl-C in a terminal reaches the child by itself, and a second one would have it quit in disorder.
      if (signal !== 'SIGINT' || !hasTerminal()) child.kill(signal);
    };
    const stopForwarding = () => {
      for (const signal of forwardedSignals) process.removeListener(signal, forward);
    };
    for (const signal of forwardedSignals) process.on(signal, forward);

    child.on('error', (error) => {
      stopForwarding();
      reject(error);
    });
    child.on('close', (code, signal) => {
      stopForwarding();
      resolve(code ?? 128 + (signal === null ? 0 : os.constants.signals[signal]));
    });
  });
}

function hasTerminal() {
  return [process.stdin, process.stdout, process.stderr].some(({ isTTY }) => isTTY);
}
