import type { SignatureState } from '../../../../app/tickets/reading/reading.ts';
import type { LampState } from '../../../ui/lamp.tsx';

interface SignatureWords {
  readonly lamp: LampState;
  readonly title: string;
  readonly meaning: string;
}

/** What the signature of an ownership ticket says, and what it does not say. */
export const signatureWords: Readonly<Record<SignatureState, SignatureWords>> = {
  valid: {
    lamp: 'on',
    title: 'Signed by Valve',
    meaning:
      'The ownership ticket is as Valve signed it. Who sent it, and whether it is still good, only Steam can say.',
  },
  invalid: {
    lamp: 'fault',
    title: 'Signature does not fit',
    meaning: 'Valve did not sign these bytes: they were changed, or made by somebody else.',
  },
  simulated: {
    lamp: 'warning',
    title: 'Simulated signature',
    meaning: 'The mark of the simulator stands where Valve’s signature would be. Steam refuses this ticket.',
  },
  none: {
    lamp: 'off',
    title: 'Not signed',
    meaning: 'There is no signature in the bytes. Anybody could have written them.',
  },
  notChecked: {
    lamp: 'unknown',
    title: 'Signature not checked',
    meaning: 'There is a signature, but nothing here could check it.',
  },
};
