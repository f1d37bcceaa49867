import { runCommand } from '../setup/command.mjs';
import { say, secondsSince, startProgress } from '../setup/messages.mjs';
import { inProject, projectRoot } from '../setup/project.mjs';
import { SetupProblem } from '../setup/setup-problem.mjs';

/** Builds the stand-in for the Steam client that the tests and the benchmarks talk to. */
export async function buildStandIn() {
  const startedMs = Date.now();
  const stopProgress = startProgress('Building the stand-in for the Steam client …');
  const script = inProject('e2e', 'steam-client-double', 'build.mjs');
  const { code, output } = await runCommand(process.execPath, [script], { cwd: projectRoot });
  stopProgress();
  if (code !== 0) {
    throw new SetupProblem('The stand-in could not be built; its builder’s own words are above.', {
      next: ['npm run double'],
      details: output,
    });
  }
  say(`Stand-in built in ${secondsSince(startedMs)}.`);
}
