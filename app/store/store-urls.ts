import { ANSWER_TIMEOUT_MS } from '../journal/pairing.ts';
import type { Arrival, CallFailure } from '../pump.ts';
import type { MadeCall } from '../steam/caller.ts';
import { originOf } from './address-parts.ts';
import { createSecretList } from './secret-list.ts';
import type { StoreUrlCard } from './store.ts';

/** Follows every RequestStoreAuthURL from its call to its answer. Each step says whether it changed anything. */
export interface StoreUrls {
  cards(): readonly StoreUrlCard[];
  find(number: number): { readonly card: StoreUrlCard; readonly secret: string | undefined } | undefined;
  asked(call: MadeCall): void;
  answered(arrival: Extract<Arrival, { name: 'storeAuthUrlResponse' }>): boolean;
  callFailed(failure: CallFailure): boolean;
  expire(now: number): boolean;
  lose(): boolean;
}

export function createStoreUrls(): StoreUrls {
  const list = createSecretList<StoreUrlCard>();
  /** Seq of the call by the card’s number. */
  const seqs = new Map<number, number>();

  const isOpen = ({ state }: StoreUrlCard): boolean => state === 'waiting' || state === 'unanswered';

  const changeAnswered = (
    seq: number | undefined,
    change: (card: StoreUrlCard) => { readonly card: StoreUrlCard; readonly secret?: string },
  ): boolean =>
    seq !== undefined &&
    list.change((card) => (seqs.get(card.number) === seq && isOpen(card) ? change(card) : undefined));

  return {
    cards: () => list.cards(),
    find: (number) => list.find(number),
    asked({ args, value, seq, at, isSimulated }) {
      const { redirect } = args as { readonly redirect: string };
      list.add((number) => {
        seqs.set(number, seq);
        return {
          number,
          redirect,
          askedAt: at,
          state: value === '0' ? 'refused' : 'waiting',
          deadline: at + ANSWER_TIMEOUT_MS,
          isSimulated,
        };
      });
      for (const number of seqs.keys()) if (list.find(number) === undefined) seqs.delete(number);
    },
    answered: ({ answers, at, fields: { url } }) =>
      changeAnswered(answers, (card) => {
        if (url === '') return { card: { ...card, state: 'failed', answeredAt: at } };
        const origin = originOf(url);
        const known: StoreUrlCard = {
          ...card,
          state: 'answered',
          answeredAt: at,
          lengthCharacters: url.length,
        };
        return { card: origin === undefined ? known : { ...known, origin }, secret: url };
      }),
    callFailed: ({ answers, at, reason }) =>
      changeAnswered(answers, (card) => ({ card: { ...card, state: 'failed', answeredAt: at, reason } })),
    expire: (now) =>
      list.change((card) =>
        card.state === 'waiting' && card.deadline <= now
          ? { card: { ...card, state: 'unanswered' } }
          : undefined,
      ),
    lose: () => list.change((card) => (isOpen(card) ? { card: { ...card, state: 'lost' } } : undefined)),
  };
}
