import type { TicketHolder } from '../../../../app/tickets/book.ts';
import { PlayerName } from '../player-name.tsx';
import styles from './tickets.module.css';

const sources: Readonly<Record<TicketHolder['knownBy'], string>> = {
  'own session': 'a session here',
  handshake: 'as its bench says',
  simulator: 'as the simulator shows',
};

export interface HolderListProps {
  readonly holders: readonly TicketHolder[];
}

/** Who began a session with a ticket and has not ended it. */
export function HolderList({ holders }: HolderListProps) {
  return (
    <div className={styles['holders']}>
      <span>Sessions on it:</span>
      <ul>
        {holders.map(({ steamId, knownBy }, index) => (
          <li key={`${knownBy} ${steamId} ${index}`}>
            <PlayerName steamId={steamId} /> <span className={styles['source']}>({sources[knownBy]})</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
