import { useState, type SubmitEvent } from 'react';
import { initiateConnection } from '../../stores/game-servers.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Section } from '../../ui/section.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useCommand } from '../../use-command.ts';
import { ServerFields } from './server-fields.tsx';
import styles from './servers.module.css';
import { useServerForm } from './use-server-form.ts';

/** InitiateGameConnection: a blob for a server, in the place of which a ticket is used today. */
export function InitiateSection({ isConnected }: { readonly isConnected: boolean }) {
  const [secure, setSecure] = useState(true);
  const initiate = useCommand(initiateConnection);
  const form = useServerForm((server) => void initiate.run({ ...server, secure }));

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isConnected) form.submit();
  };

  return (
    <Section title="Initiate a connection" note="Deprecated. Do not mix with tickets on the same server.">
      <form className={styles['form']} aria-label="Initiate a connection" onSubmit={submit} noValidate>
        <ServerFields form={form} />
        <Switch label="Secure server" hint="Whether VAC protects it" isOn={secure} onChange={setSecure} />
        <div className={styles['buttons']}>
          <Button type="submit" disabled={!isConnected} isBusy={initiate.isBusy}>
            Initiate
          </Button>
        </div>
        {initiate.failure !== undefined && (
          <FailureNote failure={initiate.failure} onDismiss={initiate.dismiss} />
        )}
      </form>
    </Section>
  );
}
