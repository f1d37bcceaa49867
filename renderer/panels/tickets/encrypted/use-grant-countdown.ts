import { REQUEST_INTERVAL_MS } from '../../../../app/encrypted-ticket/encrypted-ticket.ts';
import { useNextGrant } from '../../../stores/encrypted-ticket.ts';
import { useTicketNow } from '../decode/use-ticket-now.ts';

export interface GrantCountdown {
  /** Until Steam grants a request; 0: now. */
  readonly leftMs: number;
  /** By the simulator's clock. */
  readonly isSimulated: boolean;
}

/** How long until Steam grants the next request. */
export function useGrantCountdown(): GrantCountdown {
  const next = useNextGrant();
  const isSimulated = next?.isSimulated === true;
  const now = useTicketNow(isSimulated);
  const leftMs = next === undefined ? 0 : Math.min(REQUEST_INTERVAL_MS, Math.max(0, next.at - now));
  return { leftMs, isSimulated };
}
