import { addressToNumber } from '../steam/address.ts';
import type { SteamIdText } from '../steam/steam-id.ts';
import { createWriter, joinBytes, repeatText } from './byte-writer.ts';

/** What an ownership ticket says. Times in milliseconds since 1970. */
export interface OwnershipContent {
  readonly steamId: SteamIdText;
  readonly appId: number;
  readonly issuedAt: number;
  readonly externalAddress: string;
  readonly internalAddress: string;
  /** Whether the account may play the app: a ticket without that has no licence in it. */
  readonly isLicensed: boolean;
  /** App ids of what else the account owns. */
  readonly dlc: readonly number[];
}

/** What is written in a session ticket. */
export interface TicketContent extends OwnershipContent {
  readonly token: bigint;
  /** Milliseconds since the client connected to Steam. */
  readonly connectedForMs: number;
  /** How many tickets the client has asked for, this one included. */
  readonly count: number;
}

/** Stands where Valve's signature would be. */
export const SIMULATED_SIGNATURE = 'SIMULATED TICKET, NOT SIGNED BY VALVE. ';

/** Length of an RSA signature with a key of 1024 bits. */
export const SIGNATURE_BYTES = 128;

export const TOKEN_SECTION_BYTES = 20;
export const SESSION_SECTION_BYTES = 24;
export const OWNERSHIP_TICKET_VERSION = 4;

const OWNERSHIP_BYTES = 46;
const LICENCE_BYTES = 4;
const DLC_BYTES = 10;
const OWNERSHIP_LIFETIME_SECONDS = 21 * 24 * 60 * 60;

/** DLC that a ticket lists: with more of them it would not fit into the room that games keep for it. */
const MOST_DLC = 64;

/** The 128 bytes that stand at the end of every simulated ticket. */
export function simulatedSignature(): Uint8Array<ArrayBuffer> {
  return repeatText(SIMULATED_SIGNATURE, SIGNATURE_BYTES);
}

/**
 * The bytes of a session ticket, laid out as Steam's: game connect token, session header, ownership ticket, signature.
 *
 * The layout is the one that SteamKit's `steam3_appticket.hsl` describes and that readers of tickets such as
 * `steam-appticket` take apart; its signature does not verify, by design.
 */
export function writeTicket(content: TicketContent): Uint8Array<ArrayBuffer> {
  const ownership = writeOwnership(content);
  const header = createWriter(4 + TOKEN_SECTION_BYTES + 4 + SESSION_SECTION_BYTES + 4);

  header.uint32(TOKEN_SECTION_BYTES);
  header.uint64(content.token);
  header.uint64(BigInt(content.steamId));
  header.uint32(Math.floor(content.issuedAt / 1000));

  header.uint32(SESSION_SECTION_BYTES);
  header.uint32(1);
  header.uint32(2);
  header.uint32(addressToNumber(content.externalAddress));
  header.uint32(0);
  header.uint32(content.connectedForMs);
  header.uint32(content.count);

  header.uint32(ownership.length + SIGNATURE_BYTES);
  return joinBytes(header.bytes, ownership, simulatedSignature());
}

/**
 * An ownership ticket without its signature; its first number is its own length.
 *
 * Steam lists packages as licences. The simulator has none: a package has the number of its app.
 */
export function writeOwnership(content: OwnershipContent): Uint8Array<ArrayBuffer> {
  const licences = content.isLicensed ? [content.appId] : [];
  const dlc = content.dlc.filter((appId) => appId !== content.appId).slice(0, MOST_DLC);
  const issuedAt = Math.floor(content.issuedAt / 1000);
  const length = OWNERSHIP_BYTES + licences.length * LICENCE_BYTES + dlc.length * DLC_BYTES;
  const writer = createWriter(length);

  writer.uint32(length);
  writer.uint32(OWNERSHIP_TICKET_VERSION);
  writer.uint64(BigInt(content.steamId));
  writer.uint32(content.appId);
  writer.uint32(addressToNumber(content.externalAddress));
  writer.uint32(addressToNumber(content.internalAddress));
  writer.uint32(0); // ownership flags
  writer.uint32(issuedAt);
  writer.uint32(issuedAt + OWNERSHIP_LIFETIME_SECONDS);
  writer.uint16(licences.length);
  for (const licence of licences) writer.uint32(licence);
  writer.uint16(dlc.length);
  for (const appId of dlc) {
    writer.uint32(appId);
    writer.uint16(1);
    writer.uint32(appId);
  }
  writer.uint16(0); // reserved
  return writer.bytes;
}
