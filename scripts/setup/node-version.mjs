import { SetupProblem } from './setup-problem.mjs';

const oldestNode = [20, 19];

/** @param {string} version such as "20.19.0" */
export function requireNodeVersion(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new SetupProblem(
    `This is Node ${version}; Steam Test Bench needs Node ${oldestNode.join('.')} or newer. ` +
      'Install it from https://nodejs.org or with your version manager.',
    { next: ['node --version', 'npm run setup'] },
  );
}
