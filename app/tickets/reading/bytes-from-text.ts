import { fail, succeed, type Outcome } from '../../outcome.ts';
import { bytesFromBase64 } from './base64.ts';
import { bytesFromHex } from './loose-hex.ts';
import type { TextProblem } from './text-problem.ts';

const REMEDY = 'Paste the ticket as hex digits, two a byte, or as Base64.';

/** Shorter text says too little by the share of its characters. */
const SHORTEST_SHARE = 24;

/**
 * The bytes of a ticket as somebody pasted it.
 *
 * Hex: with white space, colons or commas between bytes and `0x` in front of them, in upper or lower case. Base64: standard or
 * for addresses, with or without padding, with line breaks. Text of hex digits alone is hex. What is wrong is `not-text` and
 * names the character, counted from 1.
 */
export function bytesFromText(text: string): Outcome<Uint8Array<ArrayBuffer>> {
  if (text.trim() === '') return notText({ at: 0, why: 'there is no text.' });
  const read = isMeantAsHex(text) ? bytesFromHex(text) : bytesFromBase64(text);
  return read instanceof Uint8Array ? succeed(read) : notText(read);
}

/** Text that is hex, and text that would be with a few other characters: as Base64 it would be read as nonsense. */
function isMeantAsHex(text: string): boolean {
  if (/[:,]/.test(text) || /^[\da-f\s]*$/i.test(text.replaceAll(/(?<=^|\s)0x/gi, ''))) return true;
  const words = text.trim().split(/\s+/);
  if (words.length > 2 && words.filter(({ length }) => length === 2).length > words.length / 2) return true;
  const characters = words.join('');
  const share = (pattern: RegExp): number => (characters.match(pattern)?.length ?? 0) / characters.length;
  return characters.length >= SHORTEST_SHARE && share(/[\da-f]/gi) > 0.9 && share(/\d/g) > 0.4;
}

function notText({ at, why }: TextProblem): Outcome<never> {
  return fail('not-text', `Character ${at + 1}: ${why}`, REMEDY);
}
