import {
  SESSION_SECTION_BYTES,
  SIGNATURE_BYTES,
  simulatedSignature,
  TOKEN_SECTION_BYTES,
} from './ticket-bytes.ts';

/** What can be read off a ticket without asking anybody. */
export interface ReadTicket {
  readonly token: bigint;
  readonly version: number;
  readonly steamId: string;
  readonly appId: number;
  /** Unix time in seconds. */
  readonly expiresAt: number;
}

const OWNERSHIP_AT = 4 + TOKEN_SECTION_BYTES + 4 + SESSION_SECTION_BYTES + 4;

/** Up to and with the time of expiry. */
const SHORTEST_OWNERSHIP_BYTES = 40;

/**
 * Reads a ticket of this simulator, or undefined where the bytes are none.
 *
 * None are: bytes of another form, cut short or drawn out, with two Steam ids, or with another signature, so also real
 * tickets. Sections are read in full for any version: what a later one changes in them is not known.
 */
export function readTicket(bytes: Uint8Array): ReadTicket | undefined {
  if (bytes.length < OWNERSHIP_AT + SHORTEST_OWNERSHIP_BYTES + SIGNATURE_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const uint32 = (at: number): number => view.getUint32(at, true);
  const ownershipBytes = bytes.length - OWNERSHIP_AT - SIGNATURE_BYTES;
  const hasSections =
    uint32(0) === TOKEN_SECTION_BYTES &&
    uint32(4 + TOKEN_SECTION_BYTES) === SESSION_SECTION_BYTES &&
    uint32(OWNERSHIP_AT - 4) === ownershipBytes + SIGNATURE_BYTES &&
    uint32(OWNERSHIP_AT) === ownershipBytes;
  const steamId = view.getBigUint64(OWNERSHIP_AT + 8, true);
  if (!hasSections || steamId !== view.getBigUint64(12, true) || !isSigned(bytes)) return undefined;
  return {
    token: view.getBigUint64(4, true),
    version: uint32(OWNERSHIP_AT + 4),
    steamId: steamId.toString(),
    appId: uint32(OWNERSHIP_AT + 16),
    expiresAt: uint32(OWNERSHIP_AT + 36),
  };
}

function isSigned(bytes: Uint8Array): boolean {
  const signature = bytes.subarray(bytes.length - SIGNATURE_BYTES);
  return simulatedSignature().every((byte, index) => signature[index] === byte);
}
