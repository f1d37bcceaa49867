import { describe, expect, it } from 'vitest';
import { beginWords } from './session-words.ts';

describe('the words for a session that was not begun', () => {
  it('say what is usually behind it', () => {
    const { answer, meaning } = beginWords(5);
    expect(answer).toBe('5 ExpiredTicket, at once');
    expect(meaning).toMatch(/^The ticket is too old\. Usually .* Ask for a new one/);
  });

  it('say once what a duplicate is and what to do', () => {
    expect(beginWords(2).meaning).toBe('A session with this Steam id is open already: end it first.');
  });
});
