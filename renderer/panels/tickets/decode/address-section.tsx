import type { OwnershipTicket, SessionHeader } from '../../../../app/tickets/reading/reading.ts';
import { Facts } from '../../../ui/facts.tsx';
import { Section } from '../../../ui/section.tsx';

export interface AddressSectionProps {
  readonly ownership: OwnershipTicket;
  readonly session: SessionHeader | undefined;
}

/** Where the owner was when the ticket was made. */
export function AddressSection({ ownership, session }: AddressSectionProps) {
  return (
    <Section title="Addresses">
      <Facts
        items={[
          { label: 'External', value: ownership.externalAddress, isMono: true, note: 'as Steam saw it' },
          { label: 'Internal', value: ownership.internalAddress, isMono: true, note: 'as the client said' },
          ...(session === undefined
            ? []
            : [
                { label: 'Of the session', value: session.externalAddress, isMono: true, note: 'not signed' },
              ]),
        ]}
      />
    </Section>
  );
}
