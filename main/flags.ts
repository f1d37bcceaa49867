import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, succeed, type Outcome } from '../app/outcome.ts';
import type { AppIdSource } from '../app/session/session.ts';
import type { ClientKind } from '../app/steam/steam-client.ts';

/** Spacewar, Valve’s public test app: every account may use it. */
const SPACEWAR = 480;

const flagNames: readonly string[] = ['client', 'app-id', 'seed'];

export interface Flags {
  /** Undefined: Steam where it answers, else simulated. */
  readonly client: ClientKind | undefined;
  readonly appId: number;
  readonly appIdSource: AppIdSource;
  /** Seed of the simulation. */
  readonly seed: number;
}

/** What the command line asks for, with the environment and `steam_appid.txt` behind it for the app id. */
export function readFlags(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  workingFolder: string,
): Outcome<Flags> {
  const misspelt = argv.find((argument) => isMisspelt(argument));
  if (misspelt !== undefined) {
    return fail(
      'bad-payload',
      `${misspelt.slice(0, 80)}: the flags are --client=…, --app-id=… and --seed=….`,
    );
  }
  const client = valueOf(argv, 'client');
  if (client !== undefined && client !== 'steam' && client !== 'simulated') {
    return fail('bad-payload', `--client=${client}: it has to be steam or simulated.`);
  }
  const seed = readNumber(valueOf(argv, 'seed') ?? '1');
  if (seed === undefined) return fail('bad-payload', `--seed has to be a number from 0 to 4294967295.`);
  const asked = valueOf(argv, 'app-id');
  if (asked !== undefined) {
    const appId = readNumber(asked);
    if (appId === undefined)
      return fail('bad-payload', `--app-id=${asked}: it has to be a number from 0 to 4294967295.`);
    return succeed({ client, seed, appId, appIdSource: 'command line' });
  }
  return succeed({ client, seed, ...findAppId(environment, workingFolder) });
}

function findAppId(
  environment: Readonly<Record<string, string | undefined>>,
  workingFolder: string,
): Pick<Flags, 'appId' | 'appIdSource'> {
  const fromEnvironment = readNumber(environment['SteamAppId'] ?? '');
  if (fromEnvironment !== undefined && fromEnvironment > 0) {
    return { appId: fromEnvironment, appIdSource: 'SteamAppId environment variable' };
  }
  const fromFile = readAppIdFile(workingFolder);
  if (fromFile !== undefined && fromFile > 0) return { appId: fromFile, appIdSource: 'steam_appid.txt' };
  return { appId: SPACEWAR, appIdSource: 'default' };
}

function readAppIdFile(workingFolder: string): number | undefined {
  try {
    return readNumber(readFileSync(join(workingFolder, 'steam_appid.txt'), 'utf8').trim());
  } catch {
    // No such file is the usual case.
    return undefined;
  }
}

function valueOf(argv: readonly string[], name: string): string | undefined {
  const prefix = `--${name}=`;
  const at = argv.findLastIndex((argument) => argument === `--${name}` || argument.startsWith(prefix));
  const argument = argv[at];
  if (argument === undefined) return undefined;
  return argument.startsWith(prefix) ? argument.slice(prefix.length) : (argv[at + 1] ?? '');
}

/** Whether a flag is nearly one of ours. Others are Chromium's, which knows hundreds. */
function isMisspelt(argument: string): boolean {
  const name = /^--?([^=]+)/.exec(argument)?.[1] ?? '';
  if (argument.startsWith('--') && flagNames.includes(name)) return false;
  const plain = name.toLowerCase().replaceAll(/[-_]/g, '');
  return ['client', 'appid', 'seed', 'steamclient'].includes(plain);
}

function readNumber(text: string): number | undefined {
  if (!/^\d{1,10}$/.test(text)) return undefined;
  const number = Number(text);
  return number <= 0xffffffff ? number : undefined;
}
