import { Plug } from 'lucide-react';
import { useSession } from '../../../stores/session.ts';
import { openPanel } from '../../../stores/settings.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/section.tsx';
import { Column, Columns } from '../../panel-body.tsx';
import { DecryptSection } from './decrypt-section.tsx';
import styles from './encrypted.module.css';
import { FetchedTicket } from './fetched-ticket.tsx';
import { KeySection } from './key-section.tsx';
import { RequestForm } from './request-form.tsx';
import { RequestList } from './request-list.tsx';

/** Encrypted app tickets, from the request to what is in them. */
export function EncryptedPart() {
  const isConnected = useSession().state === 'connected';
  return (
    <>
      <Columns>
        <Column>
          <Section title="Request a ticket">
            {!isConnected && (
              <p className={styles['notConnected']}>
                <span>No client is connected.</span>
                <Button kind="quiet" icon={Plug} onClick={() => openPanel('connection')}>
                  Open Connection
                </Button>
              </p>
            )}
            <RequestForm isConnected={isConnected} />
          </Section>
          <RequestList />
        </Column>
        <Column>
          <FetchedTicket isConnected={isConnected} />
          <KeySection />
        </Column>
      </Columns>
      <DecryptSection />
    </>
  );
}
