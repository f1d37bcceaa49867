import type { Refusal } from './handshake.ts';

export type RefusalReason = Refusal['reason'];

/** What each reason is called where a user reads it, at the host and at the bench that was refused. */
export const refusalWords: Readonly<Record<RefusalReason, string>> = {
  'wrong-code': 'The join code is not the one of this meeting.',
  'wrong-version': 'The two benches speak different versions of the handshake: use the same release.',
  'wrong-app': 'The two benches play different app ids.',
  'other-steam': 'One bench is simulated and the other is not: neither could check a ticket of the other.',
  garbage: 'A message was not one that a bench sends, or came at the wrong time.',
  oversize: 'A message was longer than any message of a bench.',
  flood: 'Too many messages or wrong codes came in a short time.',
  'duplicate-player': 'A player with this Steam id is in the meeting already.',
  full: 'The meeting is full.',
  'too-slow': 'The bench connected but did not say who it is.',
};

/** How many are kept for the window. */
const KEPT = 20;

/** The latest refusals, newest first. */
export function createRefusals() {
  let list: readonly Refusal[] = [];
  return {
    list: () => list,
    add(refusal: Refusal): void {
      list = [refusal, ...list].slice(0, KEPT);
    },
  };
}

const WRONG_CODES_ALLOWED = 5;
const WRONG_CODES_WITHIN_MS = 60_000;

/** Addresses that are remembered at once: a flood from many of them must not fill the memory. */
const ADDRESSES_KEPT = 1000;

/** Counts wrong codes by address: whoever guesses is not heard for a while. */
export function createGuessGuard() {
  const guesses = new Map<string, readonly number[]>();
  const recent = (address: string, now: number): readonly number[] =>
    (guesses.get(address) ?? []).filter((at) => at > now - WRONG_CODES_WITHIN_MS);
  return {
    isLockedOut: (address: string, now: number): boolean =>
      recent(address, now).length >= WRONG_CODES_ALLOWED,
    guessedWrong(address: string, now: number): void {
      const known = [...recent(address, now), now];
      guesses.delete(address);
      guesses.set(address, known);
      const [oldest] = guesses.keys();
      if (guesses.size > ADDRESSES_KEPT && oldest !== undefined) guesses.delete(oldest);
    },
  };
}

export const MESSAGES_ALLOWED = 200;
const MESSAGES_WITHIN_MS = 10_000;

/** Bounds the messages of one line: tells whether one more is within it. */
export function createRateLimit() {
  let arrivals: number[] = [];
  return {
    allows(now: number): boolean {
      arrivals = arrivals.filter((at) => at > now - MESSAGES_WITHIN_MS);
      arrivals.push(now);
      return arrivals.length <= MESSAGES_ALLOWED;
    },
  };
}
