/** An app id that most people can try without owning a game that is being developed. */
export interface KnownApp {
  readonly appId: number;
  readonly name: string;
  readonly note: string;
}

/** Public facts: Valve's sample app, which every account owns, and its free games, which an account can add. */
export const knownApps: readonly KnownApp[] = [
  { appId: 480, name: 'Spacewar', note: 'Valve’s sample app, owned by every account' },
  { appId: 440, name: 'Team Fortress 2', note: 'free, has to be in the library' },
  { appId: 570, name: 'Dota 2', note: 'free, has to be in the library' },
  { appId: 730, name: 'Counter-Strike 2', note: 'free, has to be in the library' },
];

export function knownAppName(appId: number): string | undefined {
  return knownApps.find((known) => known.appId === appId)?.name;
}

const LARGEST_APP_ID = 0xffffffff;

export type AppIdReading =
  { readonly ok: true; readonly appId: number } | { readonly ok: false; readonly problem: string };

/** Reads what was typed as an app id, or says what is wrong with it. */
export function readAppId(text: string): AppIdReading {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, problem: 'Enter an app id, for instance 480 for Spacewar.' };
  if (!/^\d+$/.test(trimmed)) return { ok: false, problem: 'An app id is a whole number: digits only.' };
  const appId = Number(trimmed);
  if (appId > LARGEST_APP_ID)
    return { ok: false, problem: `An app id is at most ${LARGEST_APP_ID} (32 bits).` };
  if (appId === 0) return { ok: false, problem: '0 is Steam’s “no app”: app ids begin at 1.' };
  return { ok: true, appId };
}
