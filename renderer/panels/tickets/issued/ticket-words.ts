import { describeEnum, enumMember } from '../../../../app/steam/enums.ts';
import type { TicketCard, TicketState } from '../../../../app/tickets/book.ts';

/** What a state of a ticket means for whoever wants to use it. */
export const ticketStateWords: Readonly<
  Record<TicketState, { readonly title: string; readonly meaning: string }>
> = {
  waiting: { title: 'Waiting', meaning: 'Issued. Steam has not confirmed it yet: do not send it.' },
  confirmed: { title: 'Confirmed', meaning: 'Steam’s callback said OK: it may be sent.' },
  refused: { title: 'Refused', meaning: 'Steam’s callback said no: a server would not accept it.' },
  unanswered: { title: 'Unanswered', meaning: 'No callback came in time. An answer may still come late.' },
  cancelled: { title: 'Cancelled', meaning: 'Taken back: whoever began a session with it was told.' },
  lost: { title: 'Lost', meaning: 'The client that issued it is gone, and the ticket with it.' },
};

/** Whether Steam still holds the ticket, so that it can be cancelled. */
export function isCancellable({ state }: TicketCard): boolean {
  return state === 'waiting' || state === 'confirmed' || state === 'refused' || state === 'unanswered';
}

/** Where web API tickets differ: nobody plays against them. */
const webApiMeanings: Partial<Record<TicketState, string>> = {
  waiting: 'Issued. Its bytes come with Steam’s callback.',
  confirmed: 'Steam’s callback brought the bytes: send them to the backend.',
  refused: 'Steam’s callback said no: there are no bytes.',
  cancelled: 'Taken back: a backend that asks about it is told that it is not valid.',
};

/** The sentence beside the lamp: what happened, and what follows from it. */
export function ticketSentence(ticket: TicketCard): string {
  const meaning =
    (ticket.kind === 'webApi' ? webApiMeanings[ticket.state] : undefined) ??
    ticketStateWords[ticket.state].meaning;
  if (ticket.state === 'confirmed' && ticket.answeredAt !== undefined) {
    return `${meaning} Answered after ${latency(ticket.answeredAt - ticket.issuedAt)}.`;
  }
  if (ticket.state === 'refused' && ticket.result !== undefined) {
    const reason = enumMember('EResult', ticket.result)?.meaning ?? '';
    return [`EResult ${describeEnum('EResult', ticket.result)}.`, reason === '' ? meaning : reason].join(' ');
  }
  return meaning;
}

/** A time between two moments: `12 ms`, `3.4 s`. */
export function latency(durationMs: number): string {
  if (durationMs < 10) return `${durationMs.toFixed(1)} ms`;
  return durationMs < 1000 ? `${Math.round(durationMs)} ms` : `${(durationMs / 1000).toFixed(1)} s`;
}
