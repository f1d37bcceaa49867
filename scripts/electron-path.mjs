// Prints the Electron executable in use, and nothing else on stdout; prepares it first.
//   npm run --silent electron:path
import { prepareElectron } from './setup/electron.mjs';
import { prepareLinuxPackages } from './setup/linux-packages.mjs';
import { requireNodeVersion } from './setup/node-version.mjs';
import { preparePackages } from './setup/packages.mjs';
import { runEntryPoint, SetupProblem, tellProblem } from './setup/setup-problem.mjs';

await runEntryPoint(async () => {
  requireNodeVersion();
  await preparePackages();
  const { executable } = await prepareElectron();
  await prepareLinuxPackages({ forTests: false }).catch((error) => {
    // The question was where Electron is; that some package is missing is worth knowing, and no answer to it.
    if (!(error instanceof SetupProblem)) throw error;
    tellProblem(error);
  });
  process.stdout.write(`${executable}\n`);
});
