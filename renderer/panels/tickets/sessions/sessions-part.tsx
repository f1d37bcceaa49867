import { Plug, UserCheck } from 'lucide-react';
import { useSession } from '../../../stores/session.ts';
import { openPanel } from '../../../stores/settings.ts';
import { useTicketBook } from '../../../stores/tickets.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Section } from '../../../ui/section.tsx';
import { LongList } from '../long-list.tsx';
import { BeginSessionForm } from './begin-form.tsx';
import { SessionRow } from './session-row.tsx';
import { isOpen } from './session-words.ts';

/** Auth sessions: check a ticket, hear Steam's verdict, ask about licences, end. */
export function SessionsPart() {
  const isConnected = useSession().state === 'connected';
  const { sessions } = useTicketBook();
  const open = sessions.filter(isOpen).length;

  return (
    <>
      <Section title="Begin a session">
        <BeginSessionForm isConnected={isConnected} />
      </Section>
      <Section
        title="Sessions"
        note={sessions.length === 0 ? undefined : `${sessions.length} in the book, ${open} open`}
        isFlush
      >
        {sessions.length === 0 ? (
          <NoSessions isConnected={isConnected} />
        ) : (
          <LongList
            label="Auth sessions, newest first"
            items={sessions}
            row={(session) => <SessionRow key={session.number} session={session} isConnected={isConnected} />}
          />
        )}
      </Section>
    </>
  );
}

function NoSessions({ isConnected }: { readonly isConnected: boolean }) {
  if (isConnected) {
    return (
      <EmptyState icon={UserCheck} title="No sessions yet">
        Begin one above with a ticket of your own, of another player, or of the simulator. Every call of
        BeginAuthSession is listed here, whoever makes it.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Plug}
      title="No client is connected"
      actions={<Button onClick={() => openPanel('connection')}>Open Connection</Button>}
    >
      Tickets are checked by a Steam client, real or simulated.
    </EmptyState>
  );
}
