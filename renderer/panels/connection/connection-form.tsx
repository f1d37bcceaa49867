import { Plug, Unplug } from 'lucide-react';
import { useRef, type SubmitEvent } from 'react';
import type { ClientKind } from '../../../app/steam/steam-client.ts';
import { useSession } from '../../stores/session.ts';
import { Button } from '../../ui/button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './connection.module.css';
import { knownApps, knownAppName, readAppId } from './known-apps.ts';
import type { ConnectionFormState } from './use-connection-form.ts';

const clients = [
  { value: 'steam', label: 'Steam' },
  { value: 'simulated', label: 'Simulated' },
] as const;

const clientMeanings: Readonly<Record<ClientKind, string>> = {
  steam: 'Valve’s library and the Steam client that runs on this machine, with your account.',
  simulated: 'The simulator of the bench: made-up accounts, no Steam needed, nothing leaves the machine.',
};

export interface ConnectionFormProps {
  readonly form: ConnectionFormState;
}

/** Chooses the client and the app, connects and disconnects. */
export function ConnectionForm({ form }: ConnectionFormProps) {
  const { state } = useSession();
  const appIdField = useRef<HTMLInputElement>(null);
  const name = knownAppName(Number(form.appIdText));

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (form.isConnecting) return;
    if (form.appIdProblem === undefined) void form.connect();
    else appIdField.current?.focus();
  };

  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <div>
        <SegmentedControl label="Client" value={form.client} options={clients} onChange={form.chooseClient} />
        <p className={styles['hint']}>{clientMeanings[form.client]}</p>
      </div>
      <div className={styles['appId']}>
        <TextField
          ref={appIdField}
          label="App id"
          value={form.appIdText}
          onChange={form.changeAppId}
          error={form.appIdProblem}
          hint={name ?? 'Not one of the known test ids.'}
          inputMode="numeric"
          isMono
        />
        <KnownApps appIdText={form.appIdText} onChoose={form.changeAppId} />
      </div>
      <div className={styles['buttons']}>
        <Button
          type="submit"
          kind={state === 'connected' && !form.isChanged ? 'normal' : 'primary'}
          icon={Plug}
          isBusy={form.isConnecting}
          hint={state === 'connected' ? 'Disconnects, then connects to what is chosen' : undefined}
        >
          Connect
        </Button>
        <Button
          icon={Unplug}
          disabled={state === 'disconnected' || state === 'connecting'}
          isBusy={form.isDisconnecting}
          onClick={() => void form.disconnect()}
        >
          Disconnect
        </Button>
      </div>
    </form>
  );
}

interface KnownAppsProps {
  readonly appIdText: string;
  readonly onChoose: (appId: string) => void;
}

function KnownApps({ appIdText, onChoose }: KnownAppsProps) {
  const reading = readAppId(appIdText);
  return (
    <div role="group" aria-label="Known test ids" className={styles['known']}>
      <p className={styles['knownTitle']}>Known test ids</p>
      <div className={styles['chips']}>
        {knownApps.map(({ appId, name, note }) => (
          <button
            key={appId}
            type="button"
            className={styles['chip']}
            aria-pressed={reading.ok && reading.appId === appId}
            data-tooltip={note}
            onClick={() => onChoose(String(appId))}
          >
            <span className={styles['chipNumber']}>{appId}</span> {name}
          </button>
        ))}
      </div>
      <p className={styles['knownNote']}>
        Every account owns 480. Any other id needs the app in the library of the account.
      </p>
    </div>
  );
}
