import { fail, type Failure } from '../../app/outcome.ts';

const REFUSED_REMEDY = 'Allow the bench to use the microphone in the privacy settings of this system.';

/** Why a microphone did not open, from what `getUserMedia` was rejected with. Undefined: that is a bug. */
export function microphoneFailure(error: unknown): Failure | undefined {
  switch (error instanceof DOMException ? error.name : undefined) {
    case 'NotAllowedError':
    case 'SecurityError':
      return fail('microphone-refused', undefined, REFUSED_REMEDY).error;
    case 'NotFoundError':
      return fail('no-microphone', 'There is no microphone.', 'Connect one, then open it again.').error;
    case 'OverconstrainedError':
      return fail('no-microphone', 'The chosen microphone is not there.', 'Choose another one.').error;
    case 'NotReadableError':
    case 'AbortError':
      return fail(
        'no-microphone',
        'The microphone could not be opened.',
        'Another program may hold it: close that, or choose another microphone.',
      ).error;
    default:
      return undefined;
  }
}

export const microphoneGone: Failure = fail(
  'microphone-gone',
  undefined,
  'Connect it again or choose another one, then open it.',
).error;
