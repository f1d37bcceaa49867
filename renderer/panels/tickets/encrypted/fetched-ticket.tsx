import { Binary, Copy, Download, Eye, EyeOff, Save } from 'lucide-react';
import { useState } from 'react';
import {
  copyEncryptedTicket,
  fetchEncryptedTicket,
  revealEncryptedTicket,
  saveEncryptedTicket,
  useEncryptedTicket,
} from '../../../stores/encrypted-ticket.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useCommand } from '../../../use-command.ts';
import { HexView } from '../hex-view.tsx';
import styles from './encrypted.module.css';

export interface FetchedTicketProps {
  readonly isConnected: boolean;
}

/** The ticket that Steam holds, once it was fetched; its bytes are masked until they are asked for. */
export function FetchedTicket({ isConnected }: FetchedTicketProps) {
  const { ticket, requests } = useEncryptedTicket();
  const fetch = useCommand(fetchEncryptedTicket);
  // One that was granted after the last fetch waits at Steam.
  const isNewer = requests.some(
    ({ result, answeredAt }) => result === 1 && (answeredAt ?? 0) > (ticket?.fetchedAt ?? 0),
  );
  return (
    <Section
      title="Ticket"
      actions={
        <>
          {ticket?.isSimulated === true && <Tag tone="simulated">Simulated</Tag>}
          <Button
            icon={Download}
            isBusy={fetch.isBusy}
            disabled={!isConnected}
            hint="GetEncryptedAppTicket: the ticket of the last request that was granted"
            onClick={() => void fetch.run()}
          >
            Fetch
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        {ticket === undefined ? (
          <p className={styles['muted']}>
            {isNewer
              ? 'Steam has granted one: fetch it.'
              : 'Nothing fetched yet. Request a ticket, then fetch it once Steam has granted it.'}
          </p>
        ) : (
          <>
            <p className={styles['muted']}>
              {ticket.sizeBytes} bytes, fetched <RelativeTime at={ticket.fetchedAt} />.
              {isNewer && ' Steam has granted a newer one since.'}
            </p>
            {/* Another ticket, another card: bytes that were shown are not those of the new one. */}
            <TicketBytes key={ticket.fetchedAt} />
          </>
        )}
        {fetch.failure !== undefined && !isNewer && (
          <FailureNote failure={fetch.failure} onDismiss={fetch.dismiss} />
        )}
      </div>
    </Section>
  );
}

function TicketBytes() {
  const [hex, setHex] = useState<string>();
  const reveal = useCommand(revealEncryptedTicket);
  const isShown = hex !== undefined;

  const toggle = async (): Promise<void> => {
    if (isShown) return setHex(undefined);
    const outcome = await reveal.run();
    if (outcome.ok) setHex(outcome.value.hex);
  };

  return (
    <>
      <div className={styles['actions']} role="group" aria-label="Encrypted ticket">
        <Button
          kind="quiet"
          icon={isShown ? EyeOff : Eye}
          isBusy={reveal.isBusy}
          aria-expanded={isShown}
          onClick={() => void toggle()}
        >
          {isShown ? 'Hide bytes' : 'Show bytes'}
        </Button>
        <Button kind="quiet" icon={Copy} onClick={() => void copyEncryptedTicket('hex')}>
          Copy hex
        </Button>
        <IconButton icon={Binary} label="Copy Base64" onClick={() => void copyEncryptedTicket('base64')} />
        <IconButton
          icon={Save}
          label="Save…"
          hint="Saves the bytes to a file"
          onClick={() => void saveEncryptedTicket()}
        />
      </div>
      {isShown && <HexView hex={hex} label="Bytes of the encrypted ticket" />}
      {reveal.failure !== undefined && <FailureNote failure={reveal.failure} />}
    </>
  );
}
