import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { HandshakeState } from '../../../app/handshake/handshake.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './handshake.module.css';
import type { MeetingViewProps } from './meeting-view.tsx';
import { NewPlayerButton } from './more-players.tsx';

const MASK = '••••-••••';

/** Where the meeting is, and for the host what others need to join. */
export function MeetingFacts({ meeting }: MeetingViewProps) {
  return meeting.state === 'hosting' ? (
    <Section
      title="This bench hosts"
      note={
        meeting.isOpenToNetwork
          ? 'Open to the local network: give the code only to whom you want here.'
          : 'Only benches on this machine can join.'
      }
      actions={meeting.isSimulated && <NewPlayerButton />}
    >
      <Facts
        items={[
          { label: 'Address', value: <AddressList addresses={meeting.addresses} /> },
          { label: 'Join code', value: <JoinCode code={meeting.code ?? ''} /> },
        ]}
      />
    </Section>
  ) : (
    <Section title="This bench joined">
      <Facts
        items={[
          { label: 'Host at', value: meeting.addresses[0], isMono: true, copyText: meeting.addresses[0] },
        ]}
      />
    </Section>
  );
}

function AddressList({ addresses }: Pick<HandshakeState, 'addresses'>) {
  return (
    <ul className={styles['addresses']} aria-label="Addresses of the meeting">
      {addresses.map((address) => (
        <li key={address}>
          <Mono>{address}</Mono>
          <CopyButton text={address} what="Address" />
        </li>
      ))}
    </ul>
  );
}

/** A secret for as long as the meeting lasts: shown to a user who asks, copied without being shown. */
function JoinCode({ code }: { readonly code: string }) {
  const [isShown, setIsShown] = useState(false);
  return (
    <span className={styles['code']}>
      <Mono>{isShown ? code : MASK}</Mono>
      <IconButton
        icon={isShown ? EyeOff : Eye}
        label={isShown ? 'Hide join code' : 'Show join code'}
        onClick={() => setIsShown(!isShown)}
      />
      <CopyButton text={code} what="Join code" />
    </span>
  );
}
