import type { Failure } from '../outcome.ts';
import type { InitFacts } from './facts.ts';
import type { Check, CheckName, CheckStatus, DoctorReport } from './report.ts';

type Finding = Omit<Check, 'name' | 'title'>;

const titles: Readonly<Record<CheckName, string>> = {
  platform: 'Operating system',
  library: 'Valve’s library',
  clientModule: 'Steam client',
  steamRunning: 'Steam is running',
  appId: 'App id',
  valveMessage: 'Valve’s message',
  interfaceVersion: 'Interface versions',
};

const installSteam = 'Install Steam for this user, start it once and log in; or use the simulated client.';
const startSteam = 'Start Steam as the same user and log in, then connect again.';
const updateSteam = 'Let Steam update itself, then connect again.';

/** Failures that Valve's library reports: its message is in them. */
const told: ReadonlySet<Failure['code']> = new Set([
  'client-missing',
  'client-not-running',
  'client-too-old',
  'init-failed',
  'pipe-failed',
]);

/** The init doctor's verdicts, in the order in which initialisation passes the checks. Pure. */
export function diagnose(facts: InitFacts, examinedAt: number): DoctorReport {
  const examine: Readonly<Record<CheckName, (facts: InitFacts) => Finding>> = {
    platform: checkPlatform,
    library: checkLibrary,
    clientModule: checkClientModule,
    steamRunning: checkSteamRunning,
    appId: checkAppId,
    valveMessage: checkValveMessage,
    interfaceVersion: checkInterfaceVersion,
  };
  const checks = (Object.keys(examine) as CheckName[]).map((name) => ({
    name,
    title: titles[name],
    ...examine[name](facts),
  }));
  return { checks, examinedAt };
}

function finding(status: CheckStatus, found: string, meaning: string, remedy?: string): Finding {
  return remedy === undefined ? { status, found, meaning } : { status, found, meaning, remedy };
}

const skipped = (because: string): Finding => finding('skipped', 'Not examined.', because);

function checkPlatform({ platform }: InitFacts): Finding {
  const found = `${platform.system} on ${platform.processor}.`;
  return platform.isSupported
    ? finding('passed', found, 'Valve ships a library for it.')
    : finding(
        'failed',
        found,
        'Valve ships no library for it.',
        'Use the simulated client here, or run the bench on 64-bit Linux, Windows or macOS.',
      );
}

function checkLibrary({ library }: InitFacts): Finding {
  switch (library.kind) {
    case 'loads':
      return finding('passed', `${library.place} loads.`, 'The bench can call Steam’s functions.');
    case 'missing':
      return finding(
        'failed',
        library.message,
        'A file of the bench is missing.',
        'Install the bench again.',
      );
    case 'doesNotLoad':
      return finding(
        'failed',
        library.message,
        'The file is damaged, or made for another kind of machine.',
        'Install the bench again, in the build for this system and processor.',
      );
    case 'none':
      return skipped('There is no library for this operating system.');
  }
}

function checkClientModule({ clientModule, platform, isConnectedNatively }: InitFacts): Finding {
  if (!platform.isSupported)
    return skipped('Without a library there is nothing that would load the Steam client.');
  switch (clientModule.kind) {
    case 'found': {
      const { place, target } = clientModule;
      const found = target === place ? place : `${place}, which is ${target}.`;
      return finding('passed', found, 'Steam is installed for this user.');
    }
    case 'missing':
      return finding(
        'failed',
        `There is no ${clientModule.place}.`,
        'Steam is not installed for this user.',
        installSteam,
      );
    case 'dangling':
      return finding(
        'failed',
        `${clientModule.place} points at ${clientModule.target}, which is not there.`,
        'Steam was here and has been moved or removed.',
        'Start Steam once to set its links right, or install it again.',
      );
    case 'unknown':
      return isConnectedNatively
        ? finding('passed', 'The Steam client answers.', 'Steam is installed, in a place of its own.')
        : finding(
            'unknown',
            clientModule.place === undefined
              ? 'No usual place is known.'
              : `There is no ${clientModule.place}.`,
            'Steam may be installed elsewhere: here the library finds it by itself.',
            'If Steam is not installed, install it.',
          );
  }
}

function checkSteamRunning({ isSteamRunning, isConnectedNatively, library, platform }: InitFacts): Finding {
  if (!platform.isSupported) return skipped('Without a library nobody can ask.');
  if (isSteamRunning === true)
    return finding('passed', 'Valve’s library says yes.', 'A Steam client runs for this user.');
  if (isConnectedNatively) {
    return finding(
      'unknown',
      'Valve’s library says no, yet a Steam client answers.',
      'The library goes by a process id that Steam leaves behind; a client can answer without it.',
    );
  }
  if (isSteamRunning === false) {
    return finding('failed', 'Valve’s library says no.', 'No Steam client runs for this user.', startSteam);
  }
  return library.kind === 'loads'
    ? finding('unknown', 'Valve’s library gave no answer.', 'Whether Steam runs cannot be told.')
    : skipped('The library does not load, and only it can tell.');
}

function checkAppId({ appId }: InitFacts): Finding {
  const { inUse, source, inEnvironment, inFile } = appId;
  const found = `${inUse}, from: ${source}.`;
  const others = [
    inEnvironment !== undefined &&
      inEnvironment !== String(inUse) &&
      `SteamAppId in the environment says ${inEnvironment}`,
    inFile !== undefined &&
      inFile !== String(inUse) &&
      `steam_appid.txt in the working folder says ${inFile}`,
  ].filter((other) => other !== false);
  if (inUse === 0) {
    return finding(
      'failed',
      found,
      'Steam refuses to start without an app id.',
      'Give one: 480 is Valve’s example.',
    );
  }
  return others.length === 0
    ? finding('passed', found, 'Steam takes the bench for this app.')
    : finding(
        'passed',
        `${found} But ${others.join(', and ')}.`,
        `The bench uses ${inUse} and tells Steam so; a game started from here would use the other.`,
        'If that is not what you meant, connect with the other app id, or clear the variable or the file.',
      );
}

function checkValveMessage({ lastFailure, isConnectedNatively }: InitFacts): Finding {
  if (isConnectedNatively)
    return finding('passed', 'Initialised without a complaint.', 'The connection is up.');
  if (lastFailure === undefined) {
    return finding(
      'unknown',
      'Not connected yet.',
      'Valve’s library speaks up when it is initialised.',
      'Connect to Steam.',
    );
  }
  if (!told.has(lastFailure.code))
    return skipped('The last connect failed before Valve’s library was asked.');
  return finding(
    'failed',
    lastFailure.message,
    meaningOf(lastFailure.code),
    lastFailure.remedy ?? startSteam,
  );
}

function meaningOf(code: Failure['code']): string {
  switch (code) {
    case 'client-missing':
      return 'The library found no Steam client to load.';
    case 'client-not-running':
      return 'The Steam client is installed, but nothing answers.';
    case 'client-too-old':
      return 'The Steam client is older than the library.';
    case 'pipe-failed':
      return 'The connection to the Steam client broke.';
    default:
      return 'The Steam client was found and refused.';
  }
}

function checkInterfaceVersion({ lastFailure, isConnectedNatively }: InitFacts): Finding {
  if (isConnectedNatively) {
    return finding('passed', 'SteamUser023 and SteamUtils010 are there.', 'The Steam client is new enough.');
  }
  if (lastFailure?.code === 'client-too-old') {
    return finding(
      'failed',
      lastFailure.message,
      'The Steam client does not know an interface that is needed.',
      updateSteam,
    );
  }
  if (lastFailure !== undefined) return skipped('The last connect failed before interfaces were asked for.');
  return finding(
    'unknown',
    'Not asked yet.',
    'Interfaces are asked for when connecting.',
    'Connect to Steam.',
  );
}
