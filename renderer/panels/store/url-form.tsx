import { KeyRound } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { readRedirect } from '../../../app/store/redirect.ts';
import { requestStoreUrl } from '../../stores/store.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useCommand } from '../../use-command.ts';
import styles from './store.module.css';

export interface UrlFormProps {
  readonly isConnected: boolean;
  readonly appId: number;
}

/** Where to go once logged in, and the button that asks Steam for the address. */
export function UrlForm({ isConnected, appId }: UrlFormProps) {
  const [text, setText] = useState(`https://store.steampowered.com/app/${appId}`);
  const [isTried, setIsTried] = useState(false);
  const request = useCommand(requestStoreUrl);
  const reading = readRedirect(text);

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setIsTried(!reading.ok);
    if (isConnected && reading.ok) void request.run(reading.redirect);
  };

  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <div className={styles['request']}>
        <TextField
          label="Page to go to, once logged in"
          value={text}
          onChange={setText}
          type="url"
          maxLength={1000}
          isMono
          error={isTried && !reading.ok ? reading.problem : undefined}
          hint={reading.ok ? (reading.doubt ?? 'An https or http address.') : 'An https or http address.'}
        />
        <div className={styles['requestButton']}>
          <Button
            type="submit"
            kind="primary"
            icon={KeyRound}
            disabled={!isConnected}
            isBusy={request.isBusy}
          >
            Request address
          </Button>
        </div>
      </div>
      {request.failure !== undefined && <FailureNote failure={request.failure} onDismiss={request.dismiss} />}
    </form>
  );
}
