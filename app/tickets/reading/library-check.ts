import type { Problem } from './byte-reader.ts';
import type { OwnershipTicket } from './reading.ts';
import type { LibraryTicket } from './ticket-library.ts';

const fields = [
  ['steamId', 'the Steam id', 8],
  ['appId', 'the app id', 16],
  ['externalAddress', 'the external address', 20],
  ['internalAddress', 'the internal address', 24],
  ['issuedAt', 'the time of issue', 32],
  ['expiresAt', 'the time of expiry', 36],
] as const;

/** Where the library reads something else than the bench: one of the two is wrong, so neither is believed. */
export function findDisagreement(
  ownership: OwnershipTicket,
  hasSignature: boolean,
  inLibrary: LibraryTicket | undefined,
  ownershipAt: number,
): Problem | undefined {
  if (inLibrary === undefined) return { at: ownershipAt, why: 'the library does not read this ticket.' };
  const theirs = inLibrary.ownership;
  const other = fields.find(([name]) => theirs[name] !== ownership[name]);
  if (other !== undefined) {
    return { at: ownershipAt + other[2], why: `the library reads ${other[1]} in another way.` };
  }
  const hasSameLists =
    inLibrary.hasSignature === hasSignature &&
    JSON.stringify([theirs.licences, theirs.dlc]) === JSON.stringify([ownership.licences, ownership.dlc]);
  return hasSameLists
    ? undefined
    : { at: ownershipAt, why: 'the library reads the licences, DLC or signature in another way.' };
}
