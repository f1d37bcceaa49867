import { Plug, Ticket } from 'lucide-react';
import { useSession } from '../../../stores/session.ts';
import { openPanel } from '../../../stores/settings.ts';
import { useTicketBook } from '../../../stores/tickets.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Section } from '../../../ui/section.tsx';
import { LongList } from '../long-list.tsx';
import { IssueForm } from './issue-form.tsx';
import { TicketRow } from './ticket-row.tsx';

/** Tickets: issue, wait for Steam's word, show, copy, save, cancel. */
export function IssuedPart() {
  const isConnected = useSession().state === 'connected';
  const { tickets } = useTicketBook();
  const waiting = tickets.filter(({ state }) => state === 'waiting').length;

  return (
    <>
      <Section title="Issue a ticket">
        <IssueForm isConnected={isConnected} />
      </Section>
      <Section title="Issued tickets" note={bookNote(tickets.length, waiting)} isFlush>
        {tickets.length === 0 ? (
          <NoTickets isConnected={isConnected} />
        ) : (
          <LongList
            label="Issued tickets, newest first"
            items={tickets}
            row={(ticket) => <TicketRow key={ticket.number} ticket={ticket} isConnected={isConnected} />}
          />
        )}
      </Section>
    </>
  );
}

function bookNote(count: number, waiting: number): string | undefined {
  if (count === 0) return undefined;
  const held = `${count} in the book`;
  return waiting === 0 ? held : `${held}, ${waiting} waiting for an answer`;
}

function NoTickets({ isConnected }: { readonly isConnected: boolean }) {
  if (isConnected) {
    return (
      <EmptyState icon={Ticket} title="No tickets yet">
        Issue one above. It is listed here with Steam’s answer, its size and its age; its bytes stay masked
        until you ask for them.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Plug}
      title="No client is connected"
      actions={<Button onClick={() => openPanel('connection')}>Open Connection</Button>}
    >
      Tickets are issued by a Steam client, real or simulated.
    </EmptyState>
  );
}
