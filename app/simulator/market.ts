import { ask } from './call-results.ts';
import type { FunctionTable, Seat } from './seat.ts';

/** EMarketNotAllowedReasonFlags. */
const TEMPORARY_FAILURE = 1;

/** The community market, by call result 166: what the account's knob says; offline Steam cannot tell for now. */
export function createMarket(seat: Seat) {
  return {
    getMarketEligibility: () =>
      ask(seat, {
        name: 'getMarketEligibility',
        answeredBy: 'marketEligibilityResponse',
        answer() {
          const { loggedOn, market } = seat.account();
          const notAllowedReason = loggedOn ? market.notAllowedReason : TEMPORARY_FAILURE;
          return {
            fields: {
              allowed: notAllowedReason === 0,
              notAllowedReason,
              allowedAtTime: market.allowedAtTime,
              daysSteamGuardRequired: market.daysSteamGuardRequired,
              daysNewDeviceCooldown: market.daysNewDeviceCooldown,
            },
          };
        },
      }),
  } satisfies FunctionTable;
}
