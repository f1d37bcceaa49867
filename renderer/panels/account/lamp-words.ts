import type { AccountLamps } from '../../../app/account/account.ts';
import { userFunctions } from '../../../app/steam/user-functions.ts';

export type LampName = keyof AccountLamps;

/** How one yes-or-no answer is shown. */
export interface LampWords {
  readonly name: LampName;
  readonly title: string;
  /** What Steam answers with it, from the table of functions. */
  readonly meaning: string;
  /** When the answer can be relied on. */
  readonly validity: string;
  /** What a yes is for somebody who tests: fine, worth a look, or neither. */
  readonly whenTrue: 'good' | 'warn';
  readonly whenFalse: 'bad' | 'neutral';
}

const account = 'Valid once the client has logged on; a change on the account may take until the next logon.';

/** The lamps in the order in which they are shown. */
export const lampWords: readonly LampWords[] = [
  {
    name: 'loggedOn',
    title: 'Logged on',
    meaning: userFunctions.loggedOn.meaning,
    validity: 'Always valid. Changes are told by steamServerConnected and steamServerDisconnected.',
    whenTrue: 'good',
    whenFalse: 'bad',
  },
  {
    name: 'isBehindNAT',
    title: 'Behind NAT',
    meaning: 'The user seems to be behind a NAT: peers may not reach them directly.',
    validity: 'Valid only while logged on; does not see every kind of NAT.',
    whenTrue: 'warn',
    whenFalse: 'neutral',
  },
  {
    name: 'isPhoneVerified',
    title: 'Phone verified',
    meaning: userFunctions.isPhoneVerified.meaning,
    validity: account,
    whenTrue: 'good',
    whenFalse: 'neutral',
  },
  {
    name: 'isPhoneIdentifying',
    title: 'Phone identifying',
    meaning: userFunctions.isPhoneIdentifying.meaning,
    validity: account,
    whenTrue: 'good',
    whenFalse: 'neutral',
  },
  {
    name: 'isPhoneRequiringVerification',
    title: 'Phone awaiting verification',
    meaning: userFunctions.isPhoneRequiringVerification.meaning,
    validity: account,
    whenTrue: 'warn',
    whenFalse: 'neutral',
  },
  {
    name: 'isTwoFactorEnabled',
    title: 'Two-factor',
    meaning: userFunctions.isTwoFactorEnabled.meaning,
    validity: account,
    whenTrue: 'good',
    whenFalse: 'neutral',
  },
];
