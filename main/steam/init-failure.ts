import { fail, type Failure, type FailureCode } from '../../app/outcome.ts';
import { withoutHome } from './places.ts';

/** What `SteamAPI_InitFlat` answers. */
export const initResults = { ok: 0, failed: 1, noSteamClient: 2, versionMismatch: 3 } as const;

/** What is known about a failure beside Valve's message. */
export interface InitCircumstances {
  readonly result: number;
  /** Valve's own words, in English on every machine. */
  readonly message: string;
  /** Whether the client module is where the library looks for it; undefined where that cannot be told. */
  readonly isClientInstalled: boolean | undefined;
  readonly home?: string;
}

interface Reading {
  readonly matches: RegExp;
  readonly code: FailureCode;
  readonly remedy: string;
}

/** Valve's messages and what they come from. The first that matches counts. */
const readings: readonly Reading[] = [
  {
    matches: /^No \w+\d{3}$|interface version|out of date/i,
    code: 'client-too-old',
    remedy: 'Let Steam update itself, then connect again.',
  },
  {
    matches: /install directory|not installed/i,
    code: 'client-missing',
    remedy: 'Install Steam for this user, start it once and log in, then connect again.',
  },
  {
    matches: /IPC pipe|not running/i,
    code: 'client-not-running',
    remedy: 'Start Steam as the same user, log in, then connect again.',
  },
  {
    matches: /ConnectToGlobalUser/,
    code: 'init-failed',
    remedy: 'Log in to Steam, with the same user and rights as the bench, then connect again.',
  },
  {
    matches: /appID/i,
    code: 'init-failed',
    remedy: 'Give an app id that Steam knows: 480 is Valve’s example and open to everybody.',
  },
];

/** The failure that Valve's answer stands for: a code, Valve's words without the home folder, and what to do. */
export function initFailure(circumstances: InitCircumstances): {
  readonly ok: false;
  readonly error: Failure;
} {
  const { result, isClientInstalled, home } = circumstances;
  const message = withoutHome(circumstances.message.trim(), home) || `SteamAPI_InitFlat answered ${result}.`;
  if (/load module/i.test(message)) {
    return isClientInstalled === true
      ? fail(
          'library-unloadable',
          message,
          'The Steam client is there but does not load: start Steam once to repair it.',
        )
      : fail(
          'client-missing',
          message,
          'Install Steam for this user, start it once and log in, then connect again; or use the simulated client.',
        );
  }
  const reading = readings.find(({ matches }) => matches.test(message));
  if (reading !== undefined) return fail(reading.code, message, reading.remedy);
  switch (result) {
    case initResults.noSteamClient:
      return fail('client-not-running', message, 'Start Steam and log in, then connect again.');
    case initResults.versionMismatch:
      return fail('client-too-old', message, 'Let Steam update itself, then connect again.');
    default:
      return fail(
        'init-failed',
        message,
        'Restart Steam, then connect again; the init doctor shows the checks one by one.',
      );
  }
}
