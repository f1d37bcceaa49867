import { askFailureWords } from '../../../app/store/question-words.ts';
import type { StoreUrlCard } from '../../../app/store/store.ts';
import type { LampState } from '../../ui/lamp.tsx';

/** The simulator takes that long; Steam names no figure and says “a very short lifetime”. */
const LIKELY_LIFETIME_MS = 60_000;

/** The browser’s session lasts about a day: Steam advises another address after half of one. */
const RENEW_AFTER_MS = 12 * 3_600_000;

type Stage = StoreUrlCard['state'] | 'stale' | 'renew';

interface StageWords {
  readonly lamp: LampState;
  readonly title: string;
}

const stages: Readonly<Record<Stage, StageWords>> = {
  waiting: { lamp: 'busy', title: 'Waiting' },
  answered: { lamp: 'on', title: 'Fresh' },
  stale: { lamp: 'warning', title: 'Probably stale' },
  renew: { lamp: 'warning', title: 'Ask again' },
  failed: { lamp: 'fault', title: 'Failed' },
  refused: { lamp: 'fault', title: 'Refused' },
  unanswered: { lamp: 'warning', title: 'Unanswered' },
  lost: { lamp: 'off', title: 'Lost' },
};

/** How an address stands at this moment, in a word and in a sentence. */
export function urlWords(card: StoreUrlCard, now: number): StageWords & { readonly sentence: string } {
  const stage = stageOf(card, now);
  return { ...stages[stage], sentence: sentences[stage](card) };
}

function stageOf({ state, answeredAt }: StoreUrlCard, now: number): Stage {
  if (state !== 'answered' || answeredAt === undefined) return state;
  const age = now - answeredAt;
  if (age >= RENEW_AFTER_MS) return 'renew';
  return age >= LIKELY_LIFETIME_MS ? 'stale' : 'answered';
}

const sentences: Readonly<Record<Stage, (card: StoreUrlCard) => string>> = {
  waiting: () => 'Steam was asked.',
  answered: () => 'Open it at once: it logs in for a very short time.',
  stale: () => 'Its time is likely over. A browser that it logged in stays so for about a day.',
  renew: () => 'Twelve hours have passed: a browser that it logged in needs another address soon.',
  failed: ({ reason }) => (reason === undefined ? 'Steam gave an empty address.' : askFailureWords(reason)),
  refused: () => askFailureWords('refused'),
  unanswered: () => askFailureWords('unanswered'),
  lost: () => askFailureWords('lost'),
};
