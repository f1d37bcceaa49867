import { Ban, Binary, Copy, Eye, EyeOff, Globe, ScanSearch, UserCheck } from 'lucide-react';
import type { TicketCard } from '../../../../app/tickets/book.ts';
import { copyTicket, type cancelTicket } from '../../../stores/tickets.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { RunningCommand } from '../../../use-command.ts';
import { showPart } from '../chosen-part.ts';
import { SaveMenu } from './save-menu.tsx';
import { isCancellable } from './ticket-words.ts';
import styles from './tickets.module.css';
import type { RevealedBytes } from './use-revealed-bytes.ts';

export interface TicketActionsProps {
  readonly ticket: TicketCard;
  readonly bytes: RevealedBytes;
  readonly cancel: RunningCommand<Parameters<typeof cancelTicket>, TicketCard>;
  readonly isConnected: boolean;
}

/** What can be done with a ticket: the usual next steps in words, the rest as icons. */
export function TicketActions({ ticket, bytes, cancel, isConnected }: TicketActionsProps) {
  const { number, kind } = ticket;
  const isEmpty = ticket.sizeBytes === 0;
  const isShown = bytes.hex !== undefined;
  return (
    <div className={styles['actions']} role="group" aria-label={`Ticket ${number}`}>
      <IconButton
        icon={isShown ? EyeOff : Eye}
        label={isShown ? 'Hide bytes' : 'Show bytes'}
        isBusy={bytes.isBusy}
        aria-expanded={isShown}
        disabled={isEmpty}
        onClick={bytes.toggle}
      />
      <IconButton
        icon={Binary}
        label="Copy Base64"
        disabled={isEmpty}
        onClick={() => void copyTicket(number, 'base64')}
      />
      <SaveMenu number={number} disabled={isEmpty} />
      <IconButton
        icon={ScanSearch}
        label="Decode"
        hint="Decode: what the ticket says of itself"
        disabled={isEmpty}
        onClick={() => showPart('decode', number)}
      />
      <Button
        kind="quiet"
        icon={Copy}
        disabled={isEmpty}
        hint="As the web API wants it"
        onClick={() => void copyTicket(number, 'hex')}
      >
        Copy hex
      </Button>
      {kind === 'session' ? (
        <Button
          kind="quiet"
          icon={UserCheck}
          disabled={isEmpty}
          hint="Check it here, as another player or a server would"
          onClick={() => showPart('sessions', number)}
        >
          Begin a session
        </Button>
      ) : (
        <Button
          kind="quiet"
          icon={Globe}
          disabled={isEmpty}
          hint="Ask AuthenticateUserTicket about it, as a backend would"
          onClick={() => showPart('webApi', number)}
        >
          Ask the web API
        </Button>
      )}
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
  );
}
