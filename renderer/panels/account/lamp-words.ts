import type { AccountLamps } from '../../../app/account/account.ts';

export type LampName = keyof AccountLamps;

const WITH_ACCOUNT = 'As of the last logon to Steam.';

/** How one yes-or-no answer is shown. */
export interface LampWords {
  readonly name: LampName;
  readonly title: string;
  /** What a yes says, short enough to be read beside five others. */
  readonly meaning: string;
  /** When the answer can be relied on. */
  readonly validity: string;
  /** What a yes is for somebody who tests: fine, worth a look, or neither. */
  readonly whenTrue: 'good' | 'warn';
  readonly whenFalse: 'bad' | 'neutral';
}

/** The lamps in the order in which they are shown. */
export const lampWords: readonly LampWords[] = [
  {
    name: 'loggedOn',
    title: 'Logged on',
    meaning: 'Steam is connected to its servers; without them no real-time service works.',
    validity: 'Always valid.',
    whenTrue: 'good',
    whenFalse: 'bad',
  },
  {
    name: 'isBehindNAT',
    title: 'Behind NAT',
    meaning: 'Seems to be behind a NAT: peers may not reach this machine directly.',
    validity: 'Valid only while logged on; misses some kinds of NAT.',
    whenTrue: 'warn',
    whenFalse: 'neutral',
  },
  {
    name: 'isPhoneVerified',
    title: 'Phone verified',
    meaning: 'The account has a verified phone number.',
    validity: WITH_ACCOUNT,
    whenTrue: 'good',
    whenFalse: 'neutral',
  },
  {
    name: 'isPhoneIdentifying',
    title: 'Phone identifying',
    meaning: 'The phone number identifies this account and no other.',
    validity: WITH_ACCOUNT,
    whenTrue: 'good',
    whenFalse: 'neutral',
  },
  {
    name: 'isPhoneRequiringVerification',
    title: 'Phone awaiting verification',
    meaning: 'The phone number waits to be verified, or verified again.',
    validity: WITH_ACCOUNT,
    whenTrue: 'warn',
    whenFalse: 'neutral',
  },
  {
    name: 'isTwoFactorEnabled',
    title: 'Two-factor',
    meaning: 'Steam Guard’s mobile authenticator protects the account.',
    validity: WITH_ACCOUNT,
    whenTrue: 'good',
    whenFalse: 'neutral',
  },
];
