import type { TicketCard } from '../../../../app/tickets/book.ts';
import { Meter } from '../../../ui/meter.tsx';
import { useNow } from '../../../ui/use-now.ts';

export interface WaitMeterProps {
  readonly ticket: TicketCard;
}

/** The time that is left for Steam's callback. */
export function WaitMeter({ ticket }: WaitMeterProps) {
  const now = useNow(200);
  const length = ticket.deadline - ticket.issuedAt;
  const left = Math.min(length, Math.max(0, ticket.deadline - now));
  return (
    <Meter
      label="Waiting for Steam’s callback"
      value={Math.round(left)}
      maximum={length}
      text={`${Math.ceil(left / 1000)} s left`}
    />
  );
}
