import SteamIdentifier from 'steamid';

/** A 64-bit Steam id in decimal, the only form in which Steam ids travel above the native layer. */
export type SteamIdText = string;

/** The written forms of one Steam id. */
export interface SteamIdForms {
  /** `76561197960287930` */
  readonly steam64: SteamIdText;
  /** `STEAM_1:0:11101`; absent for ids that are not of an individual account. */
  readonly steam2: string | undefined;
  /** `[U:1:22202]` */
  readonly steam3: string;
  readonly accountId: number;
}

const LARGEST_UINT64 = (1n << 64n) - 1n;

/** Whether the text is an unsigned 64-bit number in decimal without leading zeros. */
export function isUint64Text(text: string): boolean {
  return /^(0|[1-9]\d{0,19})$/.test(text) && BigInt(text) <= LARGEST_UINT64;
}

/** All forms of an id, or undefined where the number is not a well-formed Steam id. */
export function steamIdForms(steamId: SteamIdText): SteamIdForms | undefined {
  if (!isUint64Text(steamId) || steamId === '0') return undefined;
  const id = new SteamIdentifier(steamId);
  if (!id.isValid()) return undefined;
  const isIndividual = id.type === SteamIdentifier.Type.INDIVIDUAL;
  return {
    steam64: steamId,
    steam2: isIndividual ? id.getSteam2RenderedID(true) : undefined,
    steam3: id.getSteam3RenderedID(),
    accountId: id.accountid,
  };
}
