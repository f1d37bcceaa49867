import { useId } from 'react';
import type { TicketCard, TicketState } from '../../../../app/tickets/book.ts';
import { cancelTicket } from '../../../stores/tickets.ts';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { Lamp, type LampState } from '../../../ui/lamp.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useCommand } from '../../../use-command.ts';
import { HexView } from '../hex-view.tsx';
import { WaitMeter } from '../wait-meter.tsx';
import { HolderList } from './holder-list.tsx';
import { TicketActions } from './ticket-actions.tsx';
import { TicketFacts } from './ticket-facts.tsx';
import { ticketSentence, ticketStateWords } from './ticket-words.ts';
import styles from './tickets.module.css';
import { useRevealedBytes } from './use-revealed-bytes.ts';

const lamps: Readonly<Record<TicketState, LampState>> = {
  waiting: 'busy',
  confirmed: 'on',
  refused: 'fault',
  unanswered: 'warning',
  cancelled: 'off',
  lost: 'off',
};

export interface TicketRowProps {
  readonly ticket: TicketCard;
  readonly isConnected: boolean;
}

/** One ticket: how it stands, what can be done with it, and its bytes where they were asked for. */
export function TicketRow({ ticket, isConnected }: TicketRowProps) {
  const { number, state, kind, holders, issuedAt, deadline } = ticket;
  const titleId = useId();
  const bytes = useRevealedBytes(number);
  const cancel = useCommand(cancelTicket);
  const failure = bytes.failure ?? cancel.failure;

  return (
    <li className={styles['ticket']} aria-labelledby={titleId} data-state={state}>
      <div className={styles['head']}>
        <h3 id={titleId} className={styles['title']}>
          Ticket {number}
        </h3>
        <Lamp state={lamps[state]} label={ticketStateWords[state].title} />
        <Tag>{kind === 'session' ? 'Session' : 'Web API'}</Tag>
        {ticket.isSimulated && <Tag tone="simulated">Simulated</Tag>}
      </div>
      <TicketActions ticket={ticket} bytes={bytes} cancel={cancel} isConnected={isConnected} />
      <div className={styles['foot']}>
        <div className={styles['story']}>
          {state === 'waiting' ? (
            <WaitMeter
              label={`Waiting for Steam’s callback ${kind === 'session' ? 163 : 168}`}
              since={issuedAt}
              deadline={deadline}
            />
          ) : (
            <p>{ticketSentence(ticket)}</p>
          )}
        </div>
        <TicketFacts ticket={ticket} areBytesShown={bytes.hex !== undefined} />
      </div>
      {holders.length > 0 && <HolderList holders={holders} />}
      {failure !== undefined && <FailureNote failure={failure} />}
      {bytes.hex !== undefined && <HexView hex={bytes.hex} label={`Bytes of ticket ${number}`} />}
    </li>
  );
}
