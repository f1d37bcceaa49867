import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { GameConnectToken, SessionHeader } from '../../../../app/tickets/reading/reading.ts';
import { Facts } from '../../../ui/facts.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Mono } from '../../../ui/mono.tsx';
import { Section } from '../../../ui/section.tsx';
import { lengthText, momentText } from './ticket-times.ts';

export interface SessionSectionProps {
  readonly token: GameConnectToken;
  readonly session: SessionHeader;
}

/** What makes this ticket another one than the last: the token and the session header. */
export function SessionSection({ token, session }: SessionSectionProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <Section title="Token and session header">
      <Facts
        items={[
          {
            label: 'Token',
            value: (
              <>
                <Mono>{isShown ? token.value : '••••••••••••'}</Mono>
                <IconButton
                  icon={isShown ? EyeOff : Eye}
                  label={isShown ? 'Hide the token' : 'Show the token'}
                  hint="The secret of the ticket: another one each time"
                  onClick={() => setIsShown(!isShown)}
                />
              </>
            ),
          },
          { label: 'Made', value: momentText(token.issuedAt) },
          { label: 'Connected for', value: lengthText(session.connectedForMs), note: 'until then' },
          { label: 'Ticket no.', value: session.count, isMono: true, note: 'of this connection' },
        ]}
      />
    </Section>
  );
}
