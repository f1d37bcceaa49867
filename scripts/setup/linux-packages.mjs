import { isOnPath, missingRequirements } from './linux-requirements.mjs';
import { runCommand } from './command.mjs';
import { say, secondsSince, startProgress } from './messages.mjs';
import { withSetupLock } from './setup-lock.mjs';
import { SetupProblem } from './setup-problem.mjs';

const aptEnvironment = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };
// Unattended upgrades hold apt's lock for a while on freshly started machines.
const aptInstall = ['install', '-y', '--no-install-recommends'];
const aptPatience = ['-o', 'DPkg::Lock::Timeout=120'];

/**
 * What Electron, Xvfb and the tests need from the Linux distribution: installed where this process may, else
 * named in a command. Nothing on other systems.
 *
 * @param {{ forTests: boolean }} purpose
 */
export async function prepareLinuxPackages(purpose) {
  if (process.platform !== 'linux') return;
  const missing = await missingRequirements(purpose);
  if (missing.length === 0) return;

  const things = missing.map(({ found }) => found).join(', ');
  if (!isOnPath('apt-get')) {
    throw new SetupProblem(
      `This machine lacks ${things}. Install the packages of your distribution that bring them ` +
        `(Debian’s names: ${usualNames(missing).join(' ')}).`,
      { next: ['npm run setup'] },
    );
  }
  if (process.getuid?.() !== 0) {
    const names = (await existingNames(missing)) ?? usualNames(missing);
    throw new SetupProblem(`This machine lacks ${things}, and only root may install packages.`, {
      next: [
        `sudo apt-get update && sudo apt-get ${aptInstall.join(' ')} ${names.join(' ')}`,
        'npm run setup',
      ],
    });
  }
  await withSetupLock(async () => {
    const stillMissing = await missingRequirements(purpose);
    if (stillMissing.length > 0) await install(stillMissing);
  });
}

/** @param {readonly import('./linux-requirements.mjs').Requirement[]} missing */
async function install(missing) {
  const startedMs = Date.now();
  const stopProgress = startProgress(`Installing Linux packages (${usualNames(missing).join(' ')}) …`);
  // A failed update need not matter: one dead source among several, or lists that are good enough.
  const update = await runCommand('apt-get', ['update', ...aptPatience], { env: aptEnvironment });
  const names = (await existingNames(missing)) ?? usualNames(missing);
  const installation = await runCommand('apt-get', [...aptInstall, ...aptPatience, ...names], {
    env: aptEnvironment,
  });
  stopProgress();

  if (installation.code !== 0) {
    throw new SetupProblem('apt-get could not install the packages; its own words are above.', {
      next: [`apt-get update && apt-get ${aptInstall.join(' ')} ${names.join(' ')}`, 'npm run setup'],
      details: (update.code === 0 ? '' : update.output) + installation.output,
    });
  }
  say(`Linux packages installed in ${secondsSince(startedMs)}: ${names.join(' ')}.`);
}

/**
 * @param {readonly import('./linux-requirements.mjs').Requirement[]} missing
 * @returns {string[]} the names of older releases, which newer ones mostly understand too
 */
function usualNames(missing) {
  return missing.flatMap(({ packages }) => packages.map((names) => names.at(-1) ?? ''));
}

/**
 * @param {readonly import('./linux-requirements.mjs').Requirement[]} missing
 * @returns {Promise<string[] | undefined>} undefined where apt knows no package yet
 */
async function existingNames(missing) {
  const wanted = missing.flatMap(({ packages }) => packages);
  const { stdout } = await runCommand('apt-cache', ['policy', ...wanted.flat()], { env: aptEnvironment });
  const available = new Set(
    stdout
      .split(/^(?=\S)/m)
      .filter((entry) => /Candidate: (?!\(none\))/.test(entry))
      .map((entry) => entry.slice(0, entry.indexOf(':'))),
  );
  const names = wanted.map((alternatives) => alternatives.find((name) => available.has(name)));
  return names.includes(undefined) ? undefined : /** @type {string[]} */ (names);
}
