import { existsSync, lstatSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { diagnose } from '../../app/doctor/diagnose.ts';
import type { DoctorQuestion } from '../../app/doctor/examine.ts';
import type { InitFacts } from '../../app/doctor/facts.ts';
import type { DoctorReport } from '../../app/doctor/report.ts';
import { locateNativeFiles } from './addon.ts';
import { askIsSteamRunning } from './flat-library.ts';
import { clientModulePlace, withoutHome } from './places.ts';

/**
 * Looks at everything that initialising Steam needs, without initialising it.
 *
 * The library is loaded and asked one question that it answers at any time; loading it beside a connection is safe, as
 * the operating system gives out the same library again. Never throws.
 */
export async function examineSteam(question: DoctorQuestion): Promise<DoctorReport> {
  const { library, isSteamRunning, isSupported } = await examineLibrary();
  const facts: InitFacts = {
    platform: { system: process.platform, processor: process.arch, isSupported },
    library,
    clientModule: examineClientModule(),
    isSteamRunning,
    appId: {
      inUse: question.appId,
      source: question.appIdSource,
      inEnvironment: process.env['SteamAppId'],
      inFile: readAppIdFile(),
    },
    lastFailure: question.lastFailure,
    isConnectedNatively: question.isConnectedNatively,
  };
  return diagnose(facts, question.now);
}

async function examineLibrary(): Promise<
  Pick<InitFacts, 'library' | 'isSteamRunning'> & { isSupported: boolean }
> {
  const files = locateNativeFiles();
  if (!files.ok) {
    return files.error.code === 'platform-unsupported'
      ? { library: { kind: 'none' }, isSteamRunning: undefined, isSupported: false }
      : {
          library: { kind: 'missing', message: files.error.message },
          isSteamRunning: undefined,
          isSupported: true,
        };
  }
  const running = await askIsSteamRunning(files.value.library);
  if (running.ok) {
    const place = withoutHome(files.value.library);
    return { library: { kind: 'loads', place }, isSteamRunning: running.value, isSupported: true };
  }
  const kind = running.error.code === 'library-missing' ? 'missing' : 'doesNotLoad';
  return { library: { kind, message: running.error.message }, isSteamRunning: undefined, isSupported: true };
}

function examineClientModule(): InitFacts['clientModule'] {
  const place = clientModulePlace(process.platform, homedir(), process.env['ProgramFiles(x86)']);
  if (place === undefined) return { kind: 'unknown', place: undefined };
  const shown = withoutHome(place.path);
  try {
    return { kind: 'found', place: shown, target: withoutHome(realpathSync(place.path)) };
  } catch {
    const target = place.isOnlyPlace ? danglingTarget(place.path) : undefined;
    if (target !== undefined) return { kind: 'dangling', place: shown, target: withoutHome(target) };
    return { kind: place.isOnlyPlace ? 'missing' : 'unknown', place: shown };
  }
}

/** Where the symbolic link on the way to a file points that leads nowhere; undefined where none does. */
function danglingTarget(path: string): string | undefined {
  for (let current = path; current !== dirname(current); current = dirname(current)) {
    try {
      if (!lstatSync(current).isSymbolicLink()) return undefined;
      const target = resolve(dirname(current), readlinkSync(current));
      return existsSync(target) ? undefined : target;
    } catch {
      // Not there: look whether the folder that should hold it is such a link.
    }
  }
  return undefined;
}

/** Trimmed text of steam_appid.txt in the working folder, which Valve's library reads where the environment is silent. */
function readAppIdFile(): string | undefined {
  try {
    return readFileSync('steam_appid.txt', 'utf8').trim().slice(0, 20) || undefined;
  } catch {
    return undefined;
  }
}
