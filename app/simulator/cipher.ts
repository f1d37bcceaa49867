/**
 * The cryptography of encrypted tickets, which the host brings along: `app/` has none of its own.
 *
 * Pure: the same arguments give the same bytes, and arguments are not written to.
 */
export interface TicketCipher {
  /** AES-256 in CBC mode with PKCS#7 padding. */
  encryptCbc(key: Uint8Array, iv: Uint8Array, plain: Uint8Array): Uint8Array;
  /** AES-256 of one block of 16 bytes, without padding. */
  encryptBlock(key: Uint8Array, block: Uint8Array): Uint8Array;
  sha1(bytes: Uint8Array): Uint8Array;
}
