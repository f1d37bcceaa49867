import { runCommand } from '../setup/command.mjs';
import { say, secondsSince, startProgress } from '../setup/messages.mjs';
import { inProject, projectRoot } from '../setup/project.mjs';
import { SetupProblem } from '../setup/setup-problem.mjs';
import { builderPlatform } from './targets.mjs';

/**
 * Runs electron-builder with electron-builder.yml for this platform and processor.
 *
 * @param {object} options
 * @param {string} options.electronFolder an unpacked Electron
 * @param {boolean} options.isUnpacked only the folder, no installers
 * @param {readonly string[]} [options.settings] on top of the file, as `output=build`
 * @param {string} options.command what to run again after a failure
 */
export async function runElectronBuilder({ electronFolder, isUnpacked, settings = [], command }) {
  const startedMs = Date.now();
  const stopProgress = startProgress(
    isUnpacked ? 'Packaging the app …' : 'Packaging the app and its installers …',
  );
  const args = [
    inProject('node_modules', 'electron-builder', 'cli.js'),
    `--${builderPlatform()}`,
    `--${process.arch}`,
    ...(isUnpacked ? ['--dir'] : []),
    '--publish=never',
    ...[`electronDist=${electronFolder}`, ...settings].map((setting) => `-c.${setting}`),
  ];
  const { code, output } = await runCommand(process.execPath, args, { cwd: projectRoot });
  stopProgress();
  if (code !== 0) {
    throw new SetupProblem('The app could not be packaged; electron-builder’s own words are above.', {
      next: [command],
      details: output.replaceAll(/^\s+at .*\n/gm, ''),
    });
  }
  say(`Packaged in ${secondsSince(startedMs)}.`);
}
