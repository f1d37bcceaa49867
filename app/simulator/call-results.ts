import type { UserCallbackFields, UserCallbackName } from '../steam/user-callbacks.ts';
import type { CallResultFunction } from './answer-knobs.ts';
import type { Seat } from './seat.ts';

/** ESteamAPICallFailure of a call that needs Steam's servers while there is no connection to them. */
export const NETWORK_FAILURE = 1;

/** What a call result carries, or why it fails. */
export type CallAnswer<Name extends UserCallbackName> =
  { readonly fields: UserCallbackFields<Name> } | { readonly failure: number };

export interface Question<Name extends UserCallbackName> {
  readonly name: CallResultFunction;
  readonly answeredBy: Name;
  /** Asked when the result is due; `chosen` is the EResult that it has to carry, where one was chosen. */
  readonly answer: (chosen: number | undefined) => CallAnswer<Name>;
  /** Told once the wait is over, however it ended. */
  readonly isOver?: () => void;
}

/**
 * Asks Steam's servers and gives back the handle of the call.
 *
 * The result comes after the network's latency, as a failure, or never, by what was chosen or by chance. What it says is
 * settled when it is due, not when it was asked for.
 */
export function ask<Name extends UserCallbackName>(
  { network, client }: Seat,
  { name, answeredBy, answer, isOver }: Question<Name>,
): string {
  const plan = network.answers.next(client.steamId, name);
  const call = network.calls.nextHandle(network.random('call handle').uint32());
  const askedAt = network.clock.now();
  network.calls.add({
    call,
    name,
    steamId: client.steamId,
    clientNumber: client.number,
    askedAt,
    dueAt: plan.delayMs === undefined ? undefined : askedAt + plan.delayMs,
    finish(failure) {
      const found = failure === undefined ? answer(plan.result) : { failure };
      isOver?.();
      if ('failure' in found) client.failCall(call, answeredBy, found.failure);
      else client.answerCall(call, answeredBy, found.fields);
    },
  });
  if (plan.delayMs !== undefined)
    network.clock.after(plan.delayMs, () => network.calls.finish(call, plan.failure));
  return call;
}
