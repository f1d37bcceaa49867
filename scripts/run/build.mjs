import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { runCommand } from '../setup/command.mjs';
import { say, secondsSince, startProgress } from '../setup/messages.mjs';
import { npmCommand } from '../setup/npm.mjs';
import { inProject, projectRoot, readJson } from '../setup/project.mjs';
import { SetupProblem } from '../setup/setup-problem.mjs';

/** Folders that no build reads. */
const otherFolders = ['benchmarks', 'build', 'dist', 'docs', 'e2e', 'node_modules', 'out', 'scripts'];
const resultFolders = ['playwright-report', 'test-results'];

const builtFromFile = inProject('out', 'built-from');

/** Builds the app unless it is the one built from the very sources that are there. */
export async function buildAppIfChanged() {
  const sources = fingerprintSources();
  if (isBuiltFrom(sources)) return;

  const startedMs = Date.now();
  const stopProgress = startProgress('Building the app …');
  const npm = npmCommand(['run', '--silent', 'build']);
  const { code, output } = await runCommand(npm.command, npm.args, { cwd: projectRoot, shell: npm.shell });
  stopProgress();
  if (code !== 0) {
    throw new SetupProblem('The app could not be built; the builder’s own words are above.', {
      next: ['npm run build'],
      details: output,
    });
  }
  rememberBuild(sources);
  say(`App built in ${secondsSince(startedMs)}.`);
}

/** To be called before something else writes into the folder of the built app. */
export function forgetBuild() {
  rmSync(builtFromFile, { force: true });
}

/** @param {string} sources the fingerprint from before the build, so that an edit meanwhile counts */
function rememberBuild(sources) {
  writeFileSync(builtFromFile, sources);
}

/** @param {string} sources */
function isBuiltFrom(sources) {
  const entry = inProject(readJson(inProject('package.json')).main);
  return existsSync(entry) && existsSync(builtFromFile) && readFileSync(builtFromFile, 'utf8') === sources;
}

/** Names, sizes and times of all files that a build may read; their content would take longer than the build. */
function fingerprintSources() {
  const hash = createHash('sha256');
  /** @param {string} folder */
  const visit = (folder) => {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (entry.name.startsWith('.') || (folder === projectRoot && isOther(entry.name))) continue;
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) visit(file);
      else if (entry.isFile() && !entry.name.endsWith('.tsbuildinfo')) {
        const { size, mtimeMs } = statSync(file);
        hash.update(`${file}\n${size}\n${mtimeMs}\n`);
      }
    }
  };
  visit(projectRoot);
  return hash.digest('hex');
}

/** @param {string} name */
function isOther(name) {
  return otherFolders.includes(name) || resultFolders.includes(name);
}
