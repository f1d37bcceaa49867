import { LogIn } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { DEFAULT_HANDSHAKE_PORT } from '../../../app/handshake/handshake.ts';
import { joinMeeting, leaveMeeting } from '../../stores/handshake.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useCommand } from '../../use-command.ts';
import styles from './handshake.module.css';
import type { MeetingFormProps } from './host-form.tsx';

/** Joins a meeting that another bench hosts. */
export function JoinForm({ isConnected, state }: MeetingFormProps) {
  const [address, setAddress] = useState(`127.0.0.1:${DEFAULT_HANDSHAKE_PORT}`);
  const [code, setCode] = useState('');
  const join = useCommand(joinMeeting);
  const isJoining = join.isBusy || state === 'joining';
  const canJoin =
    isConnected && address.trim() !== '' && code.trim() !== '' && (state === 'none' || state === 'joining');

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (canJoin && !isJoining) void join.run({ address, code });
  };

  return (
    <Section title="Join" note="The host shows its address and the join code.">
      <form className={styles['form']} onSubmit={submit} noValidate>
        <TextField
          label="Address"
          value={address}
          onChange={setAddress}
          maxLength={260}
          isMono
          hint="A machine and its port."
        />
        <TextField
          label="Join code"
          value={code}
          onChange={setCode}
          maxLength={40}
          isMono
          placeholder="ABCD-EFGH"
          hint="Another one for each meeting."
        />
        {join.failure !== undefined && <FailureNote failure={join.failure} onDismiss={join.dismiss} />}
        <div className={styles['submit']}>
          <Button type="submit" icon={LogIn} disabled={!canJoin} isBusy={isJoining}>
            Join meeting
          </Button>
          {isJoining && (
            <Button kind="quiet" onClick={() => void leaveMeeting()}>
              Give up
            </Button>
          )}
        </div>
      </form>
    </Section>
  );
}
