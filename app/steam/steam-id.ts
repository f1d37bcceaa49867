import SteamIdentifier from 'steamid';
import { isUint64Text } from './uint64.ts';

/** A 64-bit Steam id in decimal, the only form in which Steam ids travel above the native layer. */
export type SteamIdText = string;

/** The written forms of one Steam id. */
export interface SteamIdForms {
  /** `76561202255187930` */
  readonly steam64: SteamIdText;
  /** `STEAM_1:0:2147461101`; absent for ids that are not of an individual account. */
  readonly steam2: string | undefined;
  /** `[U:1:4294922202]` */
  readonly steam3: string;
  readonly accountId: number;
}

/** All forms of an id, or undefined where the number is not a well-formed Steam id. */
export function steamIdForms(steamId: SteamIdText): SteamIdForms | undefined {
  if (!isUint64Text(steamId) || steamId === '0') return undefined;
  const id = new SteamIdentifier(steamId);
  if (!id.isValid()) return undefined;
  const isIndividual = id.isValidIndividual();
  return {
    steam64: steamId,
    steam2: isIndividual ? id.getSteam2RenderedID(true) : undefined,
    steam3: id.getSteam3RenderedID(),
    accountId: id.accountid,
  };
}
