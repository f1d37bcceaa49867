import { describe, expect, it } from 'vitest';
import type { StoreUrlCard } from '../../../app/store/store.ts';
import { urlWords } from './url-words.ts';

const NOON = Date.UTC(2030, 0, 15, 12);

const card: StoreUrlCard = {
  number: 1,
  redirect: 'https://store.steampowered.com/',
  askedAt: NOON,
  state: 'answered',
  deadline: NOON + 20_000,
  answeredAt: NOON,
  isSimulated: false,
};

describe('an address of the store', () => {
  it.each([
    [0, 'Fresh'],
    [59_999, 'Fresh'],
    [60_000, 'Probably stale'],
    [12 * 3_600_000 - 1, 'Probably stale'],
    [12 * 3_600_000, 'Ask again'],
  ])('is after %i ms: %s', (age, title) => {
    expect(urlWords(card, NOON + age).title).toBe(title);
  });

  it('says what became of it where it did not come', () => {
    const sentence = (change: Partial<StoreUrlCard>) => urlWords({ ...card, ...change }, NOON).sentence;
    expect(sentence({ state: 'failed', reason: 1 })).toContain('1 NetworkFailure');
    expect(sentence({ state: 'failed' })).toContain('empty');
    expect(sentence({ state: 'refused' })).toContain('0');
    expect(sentence({ state: 'unanswered' })).toContain('in time');
    expect(sentence({ state: 'lost' })).toContain('gone');
  });
});
