import os from 'node:os';

import { runCommand } from '../setup/command.mjs';
import { npmCommand } from '../setup/npm.mjs';
import { projectRoot } from '../setup/project.mjs';
import { runChild } from './child.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} script the npm script that it runs, by which one runs it alone
 * @property {readonly string[]} [flags]
 */

/**
 * @typedef {object} StepResult
 * @property {Step} step
 * @property {boolean} hasPassed
 * @property {number} seconds
 */

/**
 * Runs steps one after another, their output shown as it comes, up to the first that fails.
 *
 * @param {readonly Step[]} steps
 * @returns {Promise<StepResult[]>}
 */
export async function runInTurn(steps) {
  const results = [];
  for (const step of steps) {
    headline(step.name);
    const startedMs = performance.now();
    const { command, args, shell } = commandOf(step);
    const result = finish(step, await runChild(command, args, {}, shell), startedMs);
    results.push(result);
    if (!result.hasPassed) break;
  }
  return results;
}

/**
 * Runs steps that do not touch each other two at a time, where there are two processors. The output of each is shown
 * whole when it ends. After a failure no other begins.
 *
 * @param {readonly Step[]} steps the longest first
 * @returns {Promise<StepResult[]>}
 */
export async function runTogether(steps) {
  /** @type {StepResult[]} */
  const results = [];
  const waiting = [...steps];
  const work = async () => {
    while (results.every(({ hasPassed }) => hasPassed)) {
      const step = waiting.shift();
      if (step === undefined) return;
      const startedMs = performance.now();
      const { command, args, shell } = commandOf(step);
      const { code, output } = await runCommand(command, args, { cwd: projectRoot, shell });
      headline(step.name);
      process.stdout.write(output);
      results.push(finish(step, code, startedMs));
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, os.availableParallelism()) }, work));
  return results;
}

/** @param {Step} step */
function commandOf({ script, flags = [] }) {
  return npmCommand(['run', '--silent', script, ...(flags.length > 0 ? ['--', ...flags] : [])]);
}

/** @param {string} name */
function headline(name) {
  process.stdout.write(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}\n`);
}

/**
 * @param {Step} step
 * @param {number} code
 * @param {number} startedMs
 * @returns {StepResult}
 */
function finish(step, code, startedMs) {
  const seconds = (performance.now() - startedMs) / 1000;
  const hasPassed = code === 0;
  process.stdout.write(`${hasPassed ? '✓' : '✖'} ${step.name} (${seconds.toFixed(1)} s)\n`);
  return { step, hasPassed, seconds };
}
