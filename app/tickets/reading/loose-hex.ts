import { quoteCharacter, type TextProblem } from './text-problem.ts';

/** Hex digits as people write them: `14000000`, `14 00 00 00`, `14:00:00:00`, `0x14, 0x00`. Lines may break anywhere. */
export function bytesFromHex(text: string): Uint8Array<ArrayBuffer> | TextProblem {
  const bytes = new Uint8Array(Math.ceil(text.length / 2));
  let digits = 0;
  let isPrefixed = false;

  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const digit = Number.parseInt(character, 16);
    const isSeparator = character === ':' || character === ',';
    if (!Number.isNaN(digit)) {
      const isPrefix = /^0x$/i.test(text.slice(at, at + 2));
      if (isPrefix && !isPrefixed && digits % 2 === 0) {
        isPrefixed = true;
        at += 1;
        continue;
      }
      const index = digits >>> 1;
      bytes[index] = (bytes[index] ?? 0) * 16 + digit;
      digits += 1;
    } else if (isSeparator || /\s/.test(character)) {
      if (isSeparator && digits % 2 !== 0) return { at, why: 'a byte has two hex digits, this one has one.' };
      isPrefixed = false;
    } else {
      return { at, why: `${quoteCharacter(text, at)} is no hex digit.` };
    }
  }
  if (digits === 0) return { at: 0, why: 'there is no hex digit.' };
  if (digits % 2 !== 0) {
    return { at: text.trimEnd().length - 1, why: 'a byte has two hex digits, the last one has one.' };
  }
  return bytes.slice(0, digits / 2);
}
