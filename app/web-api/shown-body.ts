import { parseJson } from './read-answer.ts';

/** Characters of a body that are shown. */
const LONGEST_BODY = 4000;

/** Deepest JSON that is set out: each level is indented, and a body of brackets alone would fill the memory. */
const DEEPEST = 30;

/** The body as it is shown: JSON set out, anything else as it came; masked before it is shortened. */
export function shownBody(body: string, isCut: boolean, mask: (text: string) => string): string {
  const json = isDeep(body) ? undefined : parseJson(body);
  const text = mask(json === undefined ? body.trim() : JSON.stringify(json, undefined, 2));
  return text.length > LONGEST_BODY || isCut ? `${text.slice(0, LONGEST_BODY)}\n… (cut)` : text;
}

/** Whether so many brackets are open at once; those in texts count as well, which costs only the indentation. */
function isDeep(body: string): boolean {
  let depth = 0;
  for (const character of body) {
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
