/** 32 characters, so that five bits of a byte choose one evenly; I, O, 0 and 1 are left out. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export const CODE_LENGTH = 8;

/** A new code, as it is shown: `ABCD-EFGH`. */
export function makeCode(randomBytes: (count: number) => Uint8Array): string {
  const characters = Array.from(randomBytes(CODE_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length] ?? '');
  return `${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`;
}

/** The code without what people add when they write one down. */
export function plainCode(text: string): string {
  return text.replaceAll(/[\s-]/g, '').toUpperCase();
}

/** Whether the given code is right; looks at every character, whatever the first ones are. */
export function isSameCode(given: string, right: string): boolean {
  const one = plainCode(given);
  const other = plainCode(right);
  let differences = one.length ^ other.length;
  for (let index = 0; index < other.length; index += 1) {
    // Past the end it compares with nothing: a character code is never NaN | 0.
    differences |= (one.charCodeAt(index) | 0) ^ other.charCodeAt(index);
  }
  return differences === 0;
}
