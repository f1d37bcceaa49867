import type { AccountLamps } from '../../../app/account/account.ts';
import { userFunctions } from '../../../app/steam/user-functions.ts';

export type LampName = keyof AccountLamps;

const WITH_ACCOUNT = 'As of the last logon to Steam.';

/** How one yes-or-no answer is shown. */
export interface LampWords {
  readonly name: LampName;
  readonly title: string;
  /** What is asked, short enough to be read beside five others. */
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
    meaning: 'Whether Steam is connected to its servers.',
    validity: 'Always valid. Without it no real-time service works.',
    whenTrue: 'good',
    whenFalse: 'bad',
  },
  {
    name: 'isBehindNAT',
    title: 'Behind NAT',
    meaning: 'Whether a NAT seems to keep peers from this machine.',
    validity: 'Valid only while logged on; misses some kinds of NAT.',
    whenTrue: 'warn',
    whenFalse: 'neutral',
  },
  {
    name: 'isPhoneVerified',
    title: 'Phone verified',
    meaning: userFunctions.isPhoneVerified.meaning,
    validity: WITH_ACCOUNT,
    whenTrue: 'good',
    whenFalse: 'neutral',
  },
  {
    name: 'isPhoneIdentifying',
    title: 'Phone identifying',
    meaning: userFunctions.isPhoneIdentifying.meaning,
    validity: WITH_ACCOUNT,
    whenTrue: 'good',
    whenFalse: 'neutral',
  },
  {
    name: 'isPhoneRequiringVerification',
    title: 'Phone awaiting verification',
    meaning: userFunctions.isPhoneRequiringVerification.meaning,
    validity: WITH_ACCOUNT,
    whenTrue: 'warn',
    whenFalse: 'neutral',
  },
  {
    name: 'isTwoFactorEnabled',
    title: 'Two-factor',
    meaning: userFunctions.isTwoFactorEnabled.meaning,
    validity: WITH_ACCOUNT,
    whenTrue: 'good',
    whenFalse: 'neutral',
  },
];
