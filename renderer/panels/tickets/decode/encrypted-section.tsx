import { LockKeyhole } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { Section } from '../../../ui/section.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { showPart } from '../chosen-part.ts';
import styles from './decode.module.css';
import type { DecodedTicket } from './use-decode.ts';

export interface EncryptedSectionProps {
  readonly ticket: DecodedTicket;
}

/** The frame of an encrypted ticket, which is all that can be read without the key. */
export function EncryptedSection({ ticket }: EncryptedSectionProps) {
  const { encrypted, isSimulated, sizeBytes } = ticket.reading;
  if (encrypted === undefined) return undefined;
  return (
    <Section
      title={ticket.title}
      note={`Encrypted app ticket, ${sizeBytes} bytes`}
      actions={
        <>
          {isSimulated && <Tag tone="simulated">Simulated</Tag>}
          <Button icon={LockKeyhole} onClick={() => showPart('encrypted', ticket.number)}>
            Open Encrypted
          </Button>
        </>
      }
    >
      <p className={styles['lead']}>
        Its owner, app and licences are encrypted with the key of the app. Without the key only the frame can
        be read; the Encrypted part reads the rest.
      </p>
      <Facts
        items={[
          { label: 'Version', value: encrypted.version, isMono: true },
          {
            label: 'Checksum',
            value: `0x${encrypted.crc.toString(16).padStart(8, '0')}`,
            isMono: true,
            note: 'CRC-32 of what is inside',
          },
          { label: 'User data', value: `${encrypted.userDataBytes} bytes`, note: 'given by the game' },
          { label: 'Ownership ticket', value: `${encrypted.ownershipBytes} bytes` },
          {
            label: 'Encrypted',
            value: `${encrypted.encryptedBytes} bytes`,
            note: 'AES-256, with its initialisation vector',
          },
        ]}
      />
    </Section>
  );
}
