/** Where text stops making sense, counted from 0, and why. */
export interface TextProblem {
  readonly at: number;
  readonly why: string;
}

/** A character, as it can be told in a sentence: `“g”`, or its number where it shows nothing. */
export function quoteCharacter(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0;
  const isShown = /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(String.fromCodePoint(code));
  return isShown
    ? `“${String.fromCodePoint(code)}”`
    : `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
