// Sets up everything and runs every check there is, up to the first that fails.
//   npm test
import { runInTurn, runTogether } from './run/steps.mjs';
import { setUp } from './setup.mjs';
import { say, secondsSince } from './setup/messages.mjs';
import { runEntryPoint } from './setup/setup-problem.mjs';

/**
 * None of them needs another, and lint takes as long as the rest together.
 *
 * @type {readonly import('./run/steps.mjs').Step[]}
 */
const checksAndBuilds = [
  { name: 'lint', script: 'lint' },
  { name: 'types', script: 'types' },
  { name: 'format', script: 'format:check' },
  { name: 'build', script: 'build' },
  { name: 'stand-in for the Steam client', script: 'double' },
];

/** @type {readonly import('./run/steps.mjs').Step[]} */
const testsOfTheApp = [
  { name: 'unit tests', script: 'unit' },
  { name: 'contract tests', script: 'contract' },
  { name: 'end-to-end tests', script: 'e2e', flags: ['--as-built'] },
];

await runEntryPoint(async () => {
  const startedMs = Date.now();
  await setUp({ forTests: true });
  say(`Set up (${secondsSince(startedMs)}).`);

  const results = await runTogether(checksAndBuilds);
  if (results.every(({ hasPassed }) => hasPassed)) results.push(...(await runInTurn(testsOfTheApp)));
  return summarize(results, startedMs);
});

/**
 * @param {readonly import('./run/steps.mjs').StepResult[]} results
 * @param {number} startedMs
 * @returns {number} the exit code
 */
function summarize(results, startedMs) {
  const rows = results.map(
    ({ step, hasPassed, seconds }) =>
      `${hasPassed ? '✓' : '✖'} ${step.name.padEnd(32)}${seconds.toFixed(1).padStart(7)} s`,
  );
  const failed = results.filter(({ hasPassed }) => !hasPassed);
  const lines = [
    ...rows,
    `  ${'everything'.padEnd(32)}${((Date.now() - startedMs) / 1000).toFixed(1).padStart(7)} s`,
    '',
    `${results.length - failed.length} passed, ${failed.length} failed`,
    ...failed.map(({ step }) => `Failed: ${step.name}. Alone: npm run ${step.script}`),
  ];
  process.stdout.write(`\n${lines.join('\n')}\n`);
  return failed.length === 0 ? 0 : 1;
}
