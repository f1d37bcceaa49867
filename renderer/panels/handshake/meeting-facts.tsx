import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { HandshakeState } from '../../../app/handshake/handshake.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Mono } from '../../ui/mono.tsx';
import styles from './meeting-facts.module.css';
import type { MeetingViewProps } from './meeting-view.tsx';

const MASK = '••••-••••';

/** Where the meeting is, and for the host what others need to join: one strip, the players are what counts. */
export function MeetingFacts({ meeting }: MeetingViewProps) {
  const isHost = meeting.state === 'hosting';
  return (
    <section
      className={styles['strip']}
      aria-label={isHost ? 'The meeting that this bench hosts' : 'The meeting that this bench joined'}
    >
      <Addresses label={isHost ? 'Hosts at' : 'Joined at'} addresses={meeting.addresses} />
      {isHost && <JoinCode code={meeting.code ?? ''} />}
      {isHost && meeting.isOpenToNetwork && (
        <p className={styles['note']}>Open to the local network: give the code only to whom you want here.</p>
      )}
    </section>
  );
}

interface AddressesProps extends Pick<HandshakeState, 'addresses'> {
  readonly label: string;
}

function Addresses({ label, addresses }: AddressesProps) {
  return (
    <div className={styles['fact']}>
      <span className={styles['label']}>{label}</span>
      <ul className={styles['addresses']} aria-label="Addresses of the meeting">
        {addresses.map((address) => (
          <li key={address}>
            <Mono>{address}</Mono>
            <CopyButton text={address} what="Address" />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A secret for as long as the meeting lasts: shown to a user who asks, copied without being shown. */
function JoinCode({ code }: { readonly code: string }) {
  const [isShown, setIsShown] = useState(false);
  return (
    <div className={styles['fact']}>
      <span className={styles['label']}>Join code</span>
      <Mono>{isShown ? code : MASK}</Mono>
      <IconButton
        icon={isShown ? EyeOff : Eye}
        label={isShown ? 'Hide join code' : 'Show join code'}
        onClick={() => setIsShown(!isShown)}
      />
      <CopyButton text={code} what="Join code" />
    </div>
  );
}
