import { createHash } from 'node:crypto';
import { crc32 } from '../../app/steam/crc32.ts';
import type { EncryptedFrame } from '../../app/tickets/reading/reading.ts';

const SALT_BYTES = 8;
const HASH_BYTES = 20;

/** What tickets of version 2 have between the ownership ticket and the salt. */
const VERSION_2_BYTES = 20;

/**
 * Whether what was decrypted is what was encrypted.
 *
 * The frame has the checksum of all of it. Behind user data and ownership ticket, which end at `end`, stand a salt and the
 * SHA-1 of all that is before; very old tickets have no hash.
 */
export function isUntouched(plain: Uint8Array, end: number, { version, crc }: EncryptedFrame): boolean {
  if (crc32(plain) !== crc) return false;
  const hashed = end + (version === 2 ? VERSION_2_BYTES : 0) + SALT_BYTES;
  if (plain.length < hashed + HASH_BYTES) return true;
  const hash = createHash('sha1').update(plain.subarray(0, hashed)).digest();
  return hash.equals(plain.subarray(hashed, hashed + HASH_BYTES));
}
