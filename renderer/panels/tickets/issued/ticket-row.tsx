import { Ban, Binary, Copy, Eye, EyeOff } from 'lucide-react';
import { useId } from 'react';
import type { TicketCard, TicketState } from '../../../../app/tickets/book.ts';
import { cancelTicket, copyTicket } from '../../../stores/tickets.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { Lamp, type LampState } from '../../../ui/lamp.tsx';
import { Mono } from '../../../ui/mono.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useCommand } from '../../../use-command.ts';
import { HexView } from '../hex-view.tsx';
import { describeRemote } from '../remote-draft.ts';
import { isCancellable, ticketSentence, ticketStateWords } from './ticket-words.ts';
import styles from './tickets.module.css';
import { useRevealedBytes } from './use-revealed-bytes.ts';
import { WaitMeter } from './wait-meter.tsx';

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
  const { number, state } = ticket;
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
        {ticket.isSimulated && <Tag tone="simulated">Simulated</Tag>}
      </div>
      <div className={styles['actions']} role="group" aria-label={`Ticket ${number}`}>
        <Button
          kind="quiet"
          icon={bytes.hex === undefined ? Eye : EyeOff}
          isBusy={bytes.isBusy}
          aria-expanded={bytes.hex !== undefined}
          onClick={bytes.toggle}
        >
          {bytes.hex === undefined ? 'Show bytes' : 'Hide bytes'}
        </Button>
        <Button kind="quiet" icon={Copy} onClick={() => void copyTicket(number, 'hex')}>
          Copy hex
        </Button>
        <Button kind="quiet" icon={Binary} onClick={() => void copyTicket(number, 'base64')}>
          Copy Base64
        </Button>
        {isCancellable(ticket) && (
          <Button
            kind="quiet"
            icon={Ban}
            isBusy={cancel.isBusy}
            disabled={!isConnected}
            hint="Tells whoever began a session with it that it is no longer valid"
            onClick={() => void cancel.run(number)}
          >
            Cancel ticket
          </Button>
        )}
      </div>
      <div className={styles['foot']}>
        <div className={styles['story']}>
          {state === 'waiting' ? <WaitMeter ticket={ticket} /> : <p>{ticketSentence(ticket)}</p>}
        </div>
        <TicketFacts ticket={ticket} />
      </div>
      {failure !== undefined && <FailureNote failure={failure} />}
      {bytes.hex !== undefined && <HexView hex={bytes.hex} label={`Bytes of ticket ${number}`} />}
    </li>
  );
}

function TicketFacts({ ticket }: { readonly ticket: TicketCard }) {
  const { handle, remote, sizeBytes, issuedAt } = ticket;
  return (
    <dl className={styles['facts']}>
      <div>
        <dt>for</dt>
        <dd>{remote === undefined ? 'anyone' : <Mono>{describeRemote(remote)}</Mono>}</dd>
      </div>
      <div>
        <dt>handle</dt>
        <dd>
          <Mono>{handle}</Mono>
        </dd>
      </div>
      <div>
        <dt>size</dt>
        <dd>{sizeBytes} bytes</dd>
      </div>
      <div>
        <dt>issued</dt>
        <dd>
          <RelativeTime at={issuedAt} />
        </dd>
      </div>
    </dl>
  );
}
