import { fail, succeed, type Outcome } from '../outcome.ts';
import { bytesFromText } from '../tickets/reading/bytes-from-text.ts';
import { KEY_BYTES } from './encrypted-ticket.ts';

const REMEDY =
  'Steamworks shows it under Security, SDK Auth: 32 bytes. Give them as 64 hex digits, as the array shown there, or as Base64.';

/**
 * The key in a text: 64 hex digits, an array such as `{ 0xed, 0x93, … }`, or Base64. Otherwise `key-refused`.
 *
 * What is wrong is told by length alone: a character of it would be a part of the key.
 */
export function keyFromText(text: string): Outcome<Uint8Array> {
  const bare = text.replaceAll(/[{}[\];\uFEFF]/g, ' ').trim();
  if (bare === '') return fail('key-refused', 'There is no key in it.', REMEDY);
  // Behind the last byte of an array there may be a comma.
  const read = bytesFromText(bare.replace(/,$/, ''));
  if (!read.ok) return fail('key-refused', 'The key is neither hex digits nor Base64.', REMEDY);
  return ofRightLength(read.value);
}

/** The key in a file: 32 bytes as they are, or a text with them. Otherwise `key-refused`. */
export function keyFromFile(bytes: Uint8Array): Outcome<Uint8Array> {
  if (bytes.length === KEY_BYTES) return succeed(bytes.slice());
  const isText = bytes.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
  return isText ? keyFromText(new TextDecoder().decode(bytes)) : ofRightLength(bytes);
}

function ofRightLength(bytes: Uint8Array): Outcome<Uint8Array> {
  if (bytes.length === KEY_BYTES) return succeed(bytes);
  return fail('key-refused', `A key has ${KEY_BYTES} bytes, this has ${bytes.length}.`, REMEDY);
}
