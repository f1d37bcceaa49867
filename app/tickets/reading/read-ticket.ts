import { fail, succeed, type Outcome } from '../../outcome.ts';
import { ENCRYPTED_TICKET_KEY } from '../../simulator/encrypted-ticket-bytes.ts';
import { simulatedSignature } from '../../simulator/ticket-bytes.ts';
import { LARGEST_TICKET_BYTES } from '../ticket-source.ts';
import { createByteReader, type ByteReader, type Problem } from './byte-reader.ts';
import { isEncryptedTag, readEncryptedFrame } from './encrypted-layout.ts';
import { findDisagreement } from './library-check.ts';
import { readOwnership, SIGNATURE_BYTES } from './ownership-layout.ts';
import type { SignatureState, TicketReading } from './reading.ts';
import { readSessionHead, TOKEN_BYTES } from './session-layout.ts';
import type { TicketLibrary } from './ticket-library.ts';

const BEGINNINGS =
  'A session ticket begins with 14 00 00 00, an ownership ticket with its own length, an encrypted app ticket with 08 01 10.';
const WHOLE =
  'See that all of the ticket was copied, and nothing besides: a ticket says itself how long its parts are.';

/**
 * Takes a ticket apart by its layout, which is the one that SteamKit's `steam3_appticket.hsl` describes.
 *
 * Whatever is wrong is `ticket-broken` and names the byte, counted from 0. The library checks the signature and has to read
 * the same; without one a signature is `notChecked`.
 */
export function readTicket(bytes: Uint8Array, library?: TicketLibrary): Outcome<TicketReading> {
  if (bytes.length === 0) return broken({ at: 0, why: 'there is nothing to read.' }, BEGINNINGS);
  if (bytes.length > LARGEST_TICKET_BYTES) {
    return broken({ at: LARGEST_TICKET_BYTES, why: 'no ticket is longer than 64 KiB.' }, WHOLE);
  }
  const reader = createByteReader(bytes);
  const first = beginningOf(bytes);
  if (first === TOKEN_BYTES) return readSigned('session', reader, bytes, library);
  // A length that fits into 64 KiB has two zeros behind it, where a message has its second field.
  if (first <= LARGEST_TICKET_BYTES) return readSigned('ownership', reader, bytes, library);
  if (isEncryptedTag(bytes[0] ?? 0)) return readEncrypted(reader, bytes, library);
  return broken({ at: 0, why: `no ticket begins with the number ${first}.` }, BEGINNINGS);
}

/** The first number, of what is there. */
function beginningOf(bytes: Uint8Array): number {
  return [0, 1, 2, 3].reduce((sum, at) => sum + (bytes[at] ?? 0) * 256 ** at, 0);
}

function readSigned(
  kind: 'session' | 'ownership',
  reader: ByteReader,
  bytes: Uint8Array,
  library: TicketLibrary | undefined,
): Outcome<TicketReading> {
  const head = kind === 'session' ? readSessionHead(reader) : {};
  const ownershipAt = reader.at();
  const ownership = readOwnership(reader);
  const hasSignature = reader.left() > 0;
  if (hasSignature) reader.skip(SIGNATURE_BYTES, 'the signature');
  reader.endPart('Signature');
  const problem = reader.problem();
  if (problem !== undefined) return broken(problem, WHOLE);

  const isSimulated = hasSignature && isSimulatedSignature(bytes.subarray(-SIGNATURE_BYTES));
  const inLibrary = library?.read(bytes);
  if (library !== undefined) {
    const disagreement = findDisagreement(ownership, hasSignature, inLibrary, ownershipAt);
    if (disagreement !== undefined) return broken(disagreement, 'This is a bug: please report it.');
  }
  const checked = inLibrary && (inLibrary.isSignatureValid ? 'valid' : 'invalid');
  const signature: SignatureState = !hasSignature
    ? 'none'
    : isSimulated
      ? 'simulated'
      : (checked ?? 'notChecked');
  return succeed({
    kind,
    sizeBytes: bytes.length,
    isSimulated,
    ...head,
    ownership,
    signature,
    parts: reader.parts(),
  });
}

function readEncrypted(
  reader: ByteReader,
  bytes: Uint8Array,
  library: TicketLibrary | undefined,
): Outcome<TicketReading> {
  const encrypted = readEncryptedFrame(reader);
  const problem = reader.problem();
  if (problem !== undefined) return broken(problem, WHOLE);
  return succeed({
    kind: 'encrypted',
    sizeBytes: bytes.length,
    // There is no mark on the frame. But the simulator's key is known to everyone, and opens nothing else.
    isSimulated: library?.decrypt(bytes, ENCRYPTED_TICKET_KEY).ok === true,
    encrypted,
    signature: 'none',
    parts: reader.parts(),
  });
}

function isSimulatedSignature(signature: Uint8Array): boolean {
  return simulatedSignature().every((byte, index) => signature[index] === byte);
}

function broken({ at, why }: Problem, remedy: string): Outcome<never> {
  return fail('ticket-broken', `Byte ${at}: ${why}`, remedy);
}
