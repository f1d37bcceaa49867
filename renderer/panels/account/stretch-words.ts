import type { ConnectionStretch } from '../../../app/account/account.ts';
import { describeEnum, enumMember } from '../../../app/steam/enums.ts';

export type StretchState = ConnectionStretch['state'];

/** The states of the connection, best first: their names, and what they mean. */
export const stretchWords: Readonly<
  Record<StretchState, { readonly title: string; readonly meaning: string }>
> = {
  online: { title: 'Online', meaning: 'Steam is connected to its servers.' },
  failing: { title: 'Failing', meaning: 'Steam tries to connect to its servers and fails.' },
  offline: { title: 'Offline', meaning: 'Steam runs without its servers.' },
  absent: { title: 'No client', meaning: 'The bench is connected to no Steam client.' },
};

export const stretchStates = Object.keys(stretchWords) as readonly StretchState[];

/** EResult of a stretch by number, name and meaning; undefined where none was given. */
export function stretchResult({ result }: ConnectionStretch): string | undefined {
  if (result === undefined) return undefined;
  const meaning = enumMember('EResult', result)?.meaning ?? '';
  return meaning === '' ? describeEnum('EResult', result) : `${describeEnum('EResult', result)}: ${meaning}`;
}

/** How long something lasted, in its two largest units: `4 s`, `2 min 10 s`, `3 h 5 min`. */
export function duration(durationMs: number): string {
  const seconds = Math.max(0, Math.round(durationMs / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}
