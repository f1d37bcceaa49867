import { ask } from './call-results.ts';
import { durationFields, onlineStates } from './play-times.ts';
import { results } from './result-codes.ts';
import type { FunctionTable, Seat } from './seat.ts';

/**
 * Duration control, the anti-indulgence rules of Steam China: play time by call result 167, and unasked as a callback.
 *
 * An answer that was asked for carries no notification, unless the account's knob has it otherwise; without a connection
 * it carries NoConnection and nothing else.
 */
export function createDurationControl(seat: Seat) {
  const { network, client, appId, account } = seat;

  return {
    getDurationControl: () =>
      ask(seat, {
        name: 'getDurationControl',
        answeredBy: 'durationControl',
        answer(chosen) {
          const { loggedOn, durationControl } = account();
          const result = chosen ?? (loggedOn ? results.ok : results.noConnection);
          const known = result === results.ok ? account() : undefined;
          const fields = durationFields(known, network.playTimes.read(client.steamId), appId);
          return {
            fields: { ...fields, result, notification: fields.applicable ? durationControl.notification : 0 },
          };
        },
      }),
    // Invalid is no state, and neither is a number that Steam does not know: what was said before holds on.
    setDurationControlOnlineState: ({ newState }) => {
      const isState = newState >= onlineStates.offline && newState <= onlineStates.onlineHighPriority;
      if (isState) network.playTimes.setOnlineState(client, newState);
      return isState;
    },
  } satisfies FunctionTable;
}
