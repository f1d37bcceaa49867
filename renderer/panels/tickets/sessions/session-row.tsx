import { CircleStop } from 'lucide-react';
import { useId } from 'react';
import type { AuthSessionCard } from '../../../../app/tickets/book.ts';
import { endSession } from '../../../stores/tickets.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { Lamp } from '../../../ui/lamp.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useCommand } from '../../../use-command.ts';
import { PlayerName } from '../player-name.tsx';
import { LicenceCheck } from './licence-check.tsx';
import { SessionHalves } from './session-halves.tsx';
import { isBorrowed, isOpen, sessionWords } from './session-words.ts';
import styles from './sessions.module.css';

export interface SessionRowProps {
  readonly session: AuthSessionCard;
  readonly isConnected: boolean;
}

/** One try to check a ticket: both halves, the licences that were asked about, and its end. */
export function SessionRow({ session, isConnected }: SessionRowProps) {
  const { number, state } = session;
  const titleId = useId();
  const end = useCommand(endSession);
  const { title, lamp } = sessionWords(session);

  return (
    <li className={styles['session']} aria-labelledby={titleId} data-state={state}>
      <div className={styles['top']}>
        <div className={styles['head']}>
          <h3 id={titleId} className={styles['title']}>
            Session {number}
          </h3>
          <Lamp state={lamp} label={title} />
          {isBorrowed(session) && <Tag tone="accent">Borrowed game</Tag>}
          {session.isSimulated && <Tag tone="simulated">Simulated</Tag>}
          <SessionFacts session={session} />
        </div>
        {isOpen(session) && (
          <Button
            kind="quiet"
            icon={CircleStop}
            isBusy={end.isBusy}
            disabled={!isConnected}
            hint="EndAuthSession: nothing more is heard of this player"
            onClick={() => void end.run(number)}
          >
            End session
          </Button>
        )}
      </div>
      <SessionHalves session={session} />
      <LicenceCheck session={session} />
      {end.failure !== undefined && <FailureNote failure={end.failure} onDismiss={end.dismiss} />}
    </li>
  );
}

function SessionFacts({ session }: { readonly session: AuthSessionCard }) {
  const { steamId, ticketNumber, ticketBytes, beganAt, endedAt } = session;
  return (
    <dl className={styles['facts']}>
      <div>
        <dt>with</dt>
        <dd>
          <PlayerName steamId={steamId} />
        </dd>
      </div>
      <div>
        <dt>ticket</dt>
        <dd>
          {ticketNumber === undefined ? '' : `Ticket ${ticketNumber}, `}
          {ticketBytes} bytes
        </dd>
      </div>
      <div>
        <dt>begun</dt>
        <dd>
          <RelativeTime at={beganAt} />
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
