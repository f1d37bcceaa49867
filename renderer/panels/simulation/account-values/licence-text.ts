const LARGEST_APP_ID = 0xffffffff;
const MOST_LICENCES = 1000;

/** App ids out of a text with commas or spaces between; undefined where something else is in it. */
export function licencesFrom(text: string): readonly number[] | undefined {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const isEach = words.every((word) => /^\d{1,10}$/.test(word) && Number(word) <= LARGEST_APP_ID);
  if (!isEach || words.length > MOST_LICENCES) return undefined;
  return [...new Set(words.map(Number))];
}
