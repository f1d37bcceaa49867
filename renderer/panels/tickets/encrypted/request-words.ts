import type { EncryptedRequest } from '../../../../app/encrypted-ticket/encrypted-ticket.ts';
import { requestMeaning } from '../../../../app/encrypted-ticket/meanings.ts';
import { callFailureNames } from '../../../../app/steam/steam-client.ts';
import type { LampState } from '../../../ui/lamp.tsx';

export interface RequestWords {
  readonly lamp: LampState;
  readonly title: string;
  /** The result by name, where Steam gave one. */
  readonly result?: string;
  readonly cause: string;
  readonly remedy?: string;
}

/** EResult. */
const OK = 1;
/** Refusals that say nothing of what is broken: too early, or a second one at once. */
const harmless: ReadonlySet<number> = new Set([25, 29]);

/** How a request stands, in words. */
export function requestWords(request: EncryptedRequest): RequestWords {
  switch (request.state) {
    case 'waiting':
      return { lamp: 'busy', title: 'Waiting', cause: '' };
    case 'answered': {
      const result = request.result ?? 0;
      const { name, ...meaning } = requestMeaning(result);
      if (result === OK) return { lamp: 'on', title: 'Granted', result: name, ...meaning };
      return { lamp: harmless.has(result) ? 'warning' : 'fault', title: 'Refused', result: name, ...meaning };
    }
    case 'failed':
      return {
        lamp: 'fault',
        title: 'Failed',
        result: `${request.reason ?? ''} ${callFailureNames[request.reason ?? NaN] ?? '(unknown)'}`,
        cause: 'The call result came to nothing: Steam lost the request on its way.',
        remedy: 'Ask again.',
      };
    case 'unanswered':
      return {
        lamp: 'warning',
        title: 'Unanswered',
        cause: 'Call result 154 did not come in time. It may still come late.',
      };
    case 'lost':
      return { lamp: 'off', title: 'Lost', cause: 'The client that asked is gone, and the answer with it.' };
  }
}
