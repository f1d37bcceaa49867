import { steamIdForms } from '../../../../app/steam/steam-id.ts';
import type { OwnershipTicket } from '../../../../app/tickets/reading/reading.ts';
import { Facts } from '../../../ui/facts.tsx';
import { Section } from '../../../ui/section.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { distanceText, momentText } from './ticket-times.ts';
import type { DecodedTicket } from './use-decode.ts';
import { useTicketNow } from './use-ticket-now.ts';

export interface OwnerSectionProps {
  readonly ticket: DecodedTicket;
  readonly ownership: OwnershipTicket;
}

/** Who owns what, from when to when. */
export function OwnerSection({ ticket, ownership }: OwnerSectionProps) {
  const { kind, sizeBytes, isSimulated } = ticket.reading;
  const { steamId, appId, issuedAt, expiresAt, version, flags } = ownership;
  const now = useTicketNow(isSimulated);
  const isExpired = expiresAt <= now;

  return (
    <Section
      title={ticket.title}
      note={`${kind === 'session' ? 'Session ticket' : 'Ownership ticket'}, ${sizeBytes} bytes`}
      actions={isSimulated && <Tag tone="simulated">Simulated</Tag>}
    >
      <Facts
        items={[
          {
            label: 'Owner',
            value: steamId,
            isMono: true,
            copyText: steamId,
            note: steamIdForms(steamId)?.steam3 ?? 'not a well-formed Steam id',
          },
          { label: 'App', value: appId, isMono: true },
          { label: 'Issued', value: momentText(issuedAt), note: distanceText(issuedAt, now) },
          {
            label: 'Expires',
            value: momentText(expiresAt),
            note: (
              <time dateTime={new Date(expiresAt).toISOString()}>
                {isExpired ? <Tag tone="warning">Expired</Tag> : undefined} {distanceText(expiresAt, now)}
              </time>
            ),
          },
          { label: 'Version', value: version, isMono: true },
          { label: 'Flags', value: flags === 0 ? 'none' : `0x${flags.toString(16)}`, isMono: flags !== 0 },
        ]}
      />
    </Section>
  );
}
