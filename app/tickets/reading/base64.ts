import { quoteCharacter, type TextProblem } from './text-problem.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const digitValues = new Map(Array.from(alphabet, (character, value) => [character, value]));
digitValues.set('-', 62).set('_', 63);

/** Base64 of RFC 4648, standard or for addresses, padding optional; white space is passed over. */
export function bytesFromBase64(text: string): Uint8Array<ArrayBuffer> | TextProblem {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let digits = 0;
  let padding = 0;
  let bits = 0;
  let last = 0;
  let forAddresses: boolean | undefined;

  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (/\s/.test(character)) continue;
    last = at;
    if (character === '=') {
      padding += 1;
      if (padding > 2 || (digits + padding) % 4 === 1)
        return { at, why: 'padding of Base64 does not belong here.' };
      continue;
    }
    const value = digitValues.get(character);
    if (value === undefined) {
      return { at, why: `${quoteCharacter(text, at)} is neither a hex digit nor of Base64.` };
    }
    if (padding > 0) return { at, why: 'text goes on behind the padding of Base64.' };
    if (value >= 62) {
      const isForAddresses = character === '-' || character === '_';
      forAddresses ??= isForAddresses;
      if (forAddresses !== isForAddresses) return { at, why: 'two kinds of Base64 are mixed: + / and - _.' };
    }
    bits = ((bits << 6) | value) & 0xfff;
    digits += 1;
    const isByteFull = digits % 4 !== 1;
    if (isByteFull) bytes[byteCount(digits) - 1] = bits >>> restBits(digits);
  }

  if (digits % 4 === 1)
    return { at: last, why: 'the last character of Base64 is too much, or others are missing.' };
  if (padding > 0 && (digits + padding) % 4 !== 0) return { at: last, why: 'padding of Base64 is missing.' };
  if ((bits & ((1 << restBits(digits)) - 1)) !== 0) {
    return { at: last, why: 'the last characters hold half a byte: the text was cut.' };
  }
  return bytes.slice(0, byteCount(digits));
}

const byteCount = (digits: number): number => Math.floor((digits * 3) / 4);

/** Bits of the next byte that the digits so far hold: 4, 2 or none. */
const restBits = (digits: number): number => (digits * 6) % 8;
