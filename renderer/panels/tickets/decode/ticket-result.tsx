import { ShieldCheck } from 'lucide-react';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Column, Columns } from '../../panel-body.tsx';
import { showPart } from '../chosen-part.ts';
import { AddressSection } from './address-section.tsx';
import { EncryptedSection } from './encrypted-section.tsx';
import { LicenceSection } from './licence-section.tsx';
import { OwnerSection } from './owner-section.tsx';
import { PartsSection } from './parts-section.tsx';
import { SessionSection } from './session-section.tsx';
import { SignatureSection } from './signature-section.tsx';
import type { DecodedTicket } from './use-decode.ts';

export interface TicketResultProps {
  readonly ticket: DecodedTicket;
}

/** Everything that a ticket says of itself. */
export function TicketResult({ ticket }: TicketResultProps) {
  const { reading, number } = ticket;
  const { ownership, token, session } = reading;
  if (ownership === undefined) {
    return (
      <>
        <EncryptedSection ticket={ticket} />
        <PartsSection ticket={ticket} />
      </>
    );
  }
  return (
    <>
      <Banner
        tone="info"
        title="An unencrypted ticket proves nothing until Steam has verified it."
        actions={
          number !== undefined &&
          reading.kind === 'session' && (
            <Button icon={ShieldCheck} onClick={() => showPart('sessions', number)}>
              Begin a session with it
            </Button>
          )
        }
      >
        Anybody can write bytes like these, or send on a ticket that they were given.
      </Banner>
      {token !== undefined && token.steamId !== ownership.steamId && (
        <Banner tone="warning" title="Two owners.">
          The token names {token.steamId}, the ownership ticket {ownership.steamId}: the ticket was put
          together from two.
        </Banner>
      )}
      <Columns>
        <Column>
          <OwnerSection ticket={ticket} ownership={ownership} />
          <LicenceSection ownership={ownership} isSimulated={reading.isSimulated} />
        </Column>
        <Column>
          <SignatureSection signature={reading.signature} />
          {token !== undefined && session !== undefined && <SessionSection token={token} session={session} />}
          <AddressSection ownership={ownership} session={session} />
        </Column>
      </Columns>
      <PartsSection ticket={ticket} />
    </>
  );
}
