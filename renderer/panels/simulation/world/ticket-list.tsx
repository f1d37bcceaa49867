import type { SimulatedAccount, SimulatedWorld } from '../../../../app/simulator/knobs.ts';
import { Section } from '../../../ui/section.tsx';
import { Tag, type TagTone } from '../../../ui/tag.tsx';
import { nameOf } from '../enum-options.ts';
import { stretchText } from '../simulated-time.ts';
import styles from '../simulation.module.css';

type Tickets = SimulatedWorld['tickets'];
type Ticket = Tickets['recent'][number];

const tones: Record<Ticket['state'], TagTone> = { live: 'good', cancelled: 'neutral', clientGone: 'warning' };
const words: Record<Ticket['state'], string> = {
  live: 'live',
  cancelled: 'cancelled',
  clientGone: 'client gone',
};

export interface TicketListProps {
  readonly tickets: Tickets;
  readonly accounts: readonly SimulatedAccount[];
  /** Simulated time. */
  readonly now: number;
}

/** What Steam's servers know of the tickets that were issued. */
export function TicketList({ tickets, accounts, now }: TicketListProps) {
  return (
    <Section title={`Live tickets: ${tickets.live} of ${tickets.issued} issued`} isFlush>
      {tickets.recent.length === 0 ? (
        <p className={styles['nothing']}>No ticket was issued.</p>
      ) : (
        <ul className={styles['list']} aria-label="Tickets that Steam knows, newest first">
          {tickets.recent.map((ticket) => (
            <li key={`${ticket.steamId} ${ticket.handle} ${ticket.issuedAt}`} className={styles['listRow']}>
              <Tag tone={tones[ticket.state]}>{words[ticket.state]}</Tag>
              <span>
                {nameOf(accounts, ticket.steamId)}, handle {ticket.handle}
              </span>
              <span className={styles['rowNote']}>
                {ticket.purpose === 'webApi' ? 'web API' : 'session'}, app {ticket.appId},{' '}
                {stretchText((now - ticket.issuedAt) / 1000)} old{ticket.isUsed && ', used'}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
