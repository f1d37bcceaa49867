import type { Action } from './actions.ts';

/**
 * The actions that a query asks for, best first.
 *
 * Every word of the query has to begin a word of the title, group or keywords, or be in the title somewhere. A title
 * that begins with the query, or has its words whole, comes before others; otherwise the order of the registry holds.
 */
export function searchActions(actions: readonly Action[], query: string): readonly Action[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return actions;
  return actions
    .map((action) => ({ action, rank: rankOf(action, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ action }) => action);
}

function rankOf({ title, group, keywords = '' }: Action, words: readonly string[]): number {
  const lowered = title.toLowerCase();
  const begins = (text: string, word: string): boolean => wordsOf(text).some((part) => part.startsWith(word));
  let rank = lowered.startsWith(words.join(' ')) ? 100 : 0;
  for (const word of words) {
    if (wordsOf(title).includes(word)) rank += 14;
    else if (begins(title, word)) rank += 10;
    else if (lowered.includes(word)) rank += 5;
    else if (begins(`${group} ${keywords}`, word)) rank += 2;
    else return 0;
  }
  return rank;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
}
