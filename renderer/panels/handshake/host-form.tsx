import { RadioTower } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { DEFAULT_HANDSHAKE_PORT, type HandshakeState } from '../../../app/handshake/handshake.ts';
import { hostMeeting } from '../../stores/handshake.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Section } from '../../ui/section.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useCommand } from '../../use-command.ts';
import styles from './handshake.module.css';

export interface MeetingFormProps {
  readonly isConnected: boolean;
  readonly state: HandshakeState['state'];
}

/** Starts a meeting that others join. */
export function HostForm({ isConnected, state }: MeetingFormProps) {
  const [port, setPort] = useState<number | undefined>(DEFAULT_HANDSHAKE_PORT);
  const [isOpenToNetwork, setIsOpenToNetwork] = useState(false);
  const host = useCommand(hostMeeting);
  const canStart = isConnected && port !== undefined && (state === 'none' || state === 'opening');

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (canStart) void host.run(port, isOpenToNetwork);
  };

  return (
    <Section title="Host" note="Others come to this bench.">
      <form className={styles['form']} onSubmit={submit} noValidate>
        <NumberField
          label="Port"
          value={port}
          onChange={setPort}
          minimum={0}
          maximum={65_535}
          hint="0 takes one that is free."
        />
        <Switch
          label="Open to the local network"
          isOn={isOpenToNetwork}
          onChange={setIsOpenToNetwork}
          hint={
            isOpenToNetwork
              ? 'Every machine that reaches this one can knock, and lines are not encrypted. Do this in a network that you trust.'
              : 'Off: only benches on this machine can join.'
          }
        />
        {host.failure !== undefined && <FailureNote failure={host.failure} onDismiss={host.dismiss} />}
        <div className={styles['submit']}>
          <Button
            type="submit"
            kind="primary"
            icon={RadioTower}
            disabled={!canStart}
            isBusy={host.isBusy || state === 'opening'}
          >
            Start meeting
          </Button>
        </div>
      </form>
    </Section>
  );
}
