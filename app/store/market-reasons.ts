import { enums, type EnumMember } from '../steam/enums.ts';

/** One reason why an account may not use the community market. */
export interface MarketReason extends EnumMember {
  /** In words that a player understands. */
  readonly words: string;
  /** What the player can do, or how long it takes. */
  readonly wayOut: string;
}

interface Words {
  readonly words: string;
  readonly wayOut: string;
}

const words: Readonly<Record<number, Words>> = {
  [1 << 0]: { words: 'Steam cannot tell for now.', wayOut: 'Ask again later.' },
  [1 << 1]: { words: 'The account is disabled.', wayOut: 'Only Steam Support can change that.' },
  [1 << 2]: { words: 'The account is locked.', wayOut: 'Unlock it with Steam Support.' },
  [1 << 3]: {
    words: 'The account is limited: it has not spent enough on Steam.',
    wayOut: 'Spend at least 5 US dollars in the store.',
  },
  [1 << 4]: { words: 'The account is banned from trading.', wayOut: 'Lasts as long as the ban.' },
  [1 << 5]: {
    words: 'The account is not trusted yet: no purchase that is old enough and was kept.',
    wayOut: 'A purchase has to be more than 7 days and less than a year old, and not refunded.',
  },
  [1 << 6]: { words: 'Steam Guard is off.', wayOut: 'Turn it on; a waiting time of days follows.' },
  [1 << 7]: {
    words: 'Steam Guard was turned on too recently.',
    wayOut: 'Wait until it has been on for the days that Steam names.',
  },
  [1 << 8]: { words: 'The password was reset recently.', wayOut: 'Wait some days.' },
  [1 << 9]: {
    words: 'A payment method was added recently.',
    wayOut: 'Wait some days, or verify it where Steam offers that.',
  },
  [1 << 10]: { words: 'The session cookie is not valid.', wayOut: 'Log in to Steam again.' },
  [1 << 11]: {
    words: 'This device is new to the account.',
    wayOut: 'Use Steam Guard on it for the days that Steam names.',
  },
  [1 << 12]: { words: 'The account refunded a purchase of its own recently.', wayOut: 'Wait some days.' },
  [1 << 13]: {
    words: 'The new payment method could not be verified.',
    wayOut: 'Verify it, or pay with another one.',
  },
  [1 << 14]: { words: 'The account bought nothing recently.', wayOut: 'Buy something, and wait some days.' },
  [1 << 15]: { words: 'The account accepted a wallet gift recently.', wayOut: 'Wait some days.' },
};

/** Every flag of EMarketNotAllowedReasonFlags. */
export const marketReasons: readonly MarketReason[] = enums.EMarketNotAllowedReasonFlags.map((member) => ({
  ...member,
  ...(words[member.value] ?? { words: member.meaning, wayOut: '' }),
}));

/** What a set of flags says, and the bits that the table does not know. */
export function readMarketReasons(flags: number): {
  readonly reasons: readonly MarketReason[];
  readonly unknownBits: number;
} {
  const reasons = marketReasons.filter(({ value }) => (flags & value) !== 0);
  const known = reasons.reduce((sum, { value }) => sum | value, 0);
  return { reasons, unknownBits: (flags & ~known) >>> 0 };
}
