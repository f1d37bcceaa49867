import { fail, succeed, type Outcome } from '../outcome.ts';
import { fitsFunction } from './answer-knobs.ts';
import type { AnswerEvent } from './event-knobs.ts';
import type { Network } from './network.ts';

/** Chooses what becomes of answers of an account. */
export function settleAnswers(network: Network, steamId: string, event: AnswerEvent): Outcome<null> {
  switch (event.kind) {
    case 'nextAnswer': {
      const { name, outcome } = event;
      if (!fitsFunction(name, outcome))
        return fail('bad-payload', `${name} cannot be answered by ${outcome.kind}.`);
      network.answers.choose({ steamId, name, outcome });
      return succeed(null);
    }
    case 'forgetNextAnswers':
      network.answers.forget(steamId);
      return succeed(null);
    case 'answerCall':
      return network.calls.finish(event.call, event.failure)
        ? succeed(null)
        : fail('bad-payload', `No call with the handle ${event.call} waits for its result.`);
  }
}
