import type { TicketCard } from '../../../../app/tickets/book.ts';
import { Mono } from '../../../ui/mono.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { describeRemote } from '../remote-draft.ts';
import styles from './tickets.module.css';

export interface TicketFactsProps {
  readonly ticket: TicketCard;
  readonly areBytesShown: boolean;
}

/** What is known of a ticket, in a line. */
export function TicketFacts({ ticket, areBytesShown }: TicketFactsProps) {
  const { handle, sizeBytes, issuedAt, endedAt } = ticket;
  return (
    <dl className={styles['facts']}>
      <div>
        <dt>for</dt>
        <dd>
          <Recipient ticket={ticket} />
        </dd>
      </div>
      <div>
        <dt>handle</dt>
        <dd>
          <Mono>{handle}</Mono>
        </dd>
      </div>
      {sizeBytes > 0 && (
        <>
          <div>
            <dt>size</dt>
            <dd>{sizeBytes} bytes</dd>
          </div>
          {!areBytesShown && (
            <div>
              <dt className="visually-hidden">bytes</dt>
              <dd>
                <span aria-hidden>••••••</span>
                <span className="visually-hidden">masked</span>
              </dd>
            </div>
          )}
        </>
      )}
      <div>
        <dt>issued</dt>
        <dd>
          <RelativeTime at={issuedAt} />
        </dd>
      </div>
      {endedAt !== undefined && (
        <div>
          <dt>ended</dt>
          <dd>
            <RelativeTime at={endedAt} />
          </dd>
        </div>
      )}
    </dl>
  );
}

function Recipient({ ticket: { kind, remote, serviceIdentity } }: { readonly ticket: TicketCard }) {
  if (kind === 'webApi')
    return serviceIdentity === undefined ? 'no identity' : <Mono>“{serviceIdentity}”</Mono>;
  return remote === undefined ? 'anyone' : <Mono>{describeRemote(remote)}</Mono>;
}
