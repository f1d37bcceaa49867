import { addressToNumber } from '../steam/address.ts';
import type { SteamIdText } from '../steam/steam-id.ts';

/** What is written in a session ticket. Times in milliseconds since 1970. */
export interface TicketContent {
  readonly token: bigint;
  readonly steamId: SteamIdText;
  readonly appId: number;
  readonly issuedAt: number;
  readonly externalAddress: string;
  readonly internalAddress: string;
  /** Milliseconds since the client connected to Steam. */
  readonly connectedForMs: number;
  /** How many tickets the client has asked for, this one included. */
  readonly count: number;
}

/** Stands where Valve's signature would be, over and over: whoever looks at the bytes sees what they are. */
export const SIMULATED_SIGNATURE = 'SIMULATED TICKET, NOT SIGNED BY VALVE. ';

/** Length of an RSA signature with a key of 1024 bits. */
export const SIGNATURE_BYTES = 128;

const TOKEN_SECTION_BYTES = 20;
const SESSION_SECTION_BYTES = 24;
const OWNERSHIP_BYTES = 46;
const OWNERSHIP_TICKET_VERSION = 4;
const OWNERSHIP_LIFETIME_SECONDS = 21 * 24 * 60 * 60;

/**
 * The bytes of a session ticket, laid out as Steam's: game connect token, session header, ownership ticket, signature.
 *
 * Lists of licences and DLC are there and empty. The layout is the one that SteamKit's `steam3_appticket.hsl` describes
 * and that readers of tickets such as `steam-appticket` take apart; its signature does not verify, by design.
 */
export function writeTicket(content: TicketContent): Uint8Array<ArrayBuffer> {
  const issuedAt = Math.floor(content.issuedAt / 1000);
  const external = addressToNumber(content.externalAddress);
  const writer = createWriter(
    4 + TOKEN_SECTION_BYTES + 4 + SESSION_SECTION_BYTES + 4 + OWNERSHIP_BYTES + SIGNATURE_BYTES,
  );

  writer.uint32(TOKEN_SECTION_BYTES);
  writer.uint64(content.token);
  writer.uint64(BigInt(content.steamId));
  writer.uint32(issuedAt);

  writer.uint32(SESSION_SECTION_BYTES);
  writer.uint32(1);
  writer.uint32(2);
  writer.uint32(external);
  writer.uint32(0);
  writer.uint32(content.connectedForMs);
  writer.uint32(content.count);

  writer.uint32(OWNERSHIP_BYTES + SIGNATURE_BYTES);
  writer.uint32(OWNERSHIP_BYTES);
  writer.uint32(OWNERSHIP_TICKET_VERSION);
  writer.uint64(BigInt(content.steamId));
  writer.uint32(content.appId);
  writer.uint32(external);
  writer.uint32(addressToNumber(content.internalAddress));
  writer.uint32(0); // ownership flags
  writer.uint32(issuedAt);
  writer.uint32(issuedAt + OWNERSHIP_LIFETIME_SECONDS);
  writer.uint16(0); // licences
  writer.uint16(0); // DLC
  writer.uint16(0); // reserved

  const text = new TextEncoder().encode(SIMULATED_SIGNATURE);
  for (let index = 0; index < SIGNATURE_BYTES; index += 1) writer.uint8(text[index % text.length] ?? 0);
  return writer.bytes;
}

/** Little endian, each value after the one before; larger numbers wrap as they do in C. */
function createWriter(length: number) {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const advance = (by: number): number => (at += by) - by;
  return {
    bytes,
    uint8: (value: number): void => view.setUint8(advance(1), value),
    uint16: (value: number): void => view.setUint16(advance(2), value, true),
    uint32: (value: number): void => view.setUint32(advance(4), value, true),
    uint64: (value: bigint): void => view.setBigUint64(advance(8), value, true),
  };
}
