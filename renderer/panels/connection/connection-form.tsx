import { Plug, Unplug } from 'lucide-react';
import { useRef, type SubmitEvent } from 'react';
import type { ClientKind } from '../../../app/steam/steam-client.ts';
import { useSession } from '../../stores/session.ts';
import { Button } from '../../ui/button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { tooltip } from '../../ui/tooltip.ts';
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
  /** Whether connecting is what comes next, rather than something that stands above. */
  readonly isNextStep: boolean;
}

/** Chooses the client and the app, connects and disconnects. */
export function ConnectionForm({ form, isNextStep }: ConnectionFormProps) {
  const { state } = useSession();
  const appIdField = useRef<HTMLInputElement>(null);
  const name = knownAppName(Number(form.appIdText));

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (form.isConnecting) return;
    if (form.appIdProblem === undefined) form.connect();
    else appIdField.current?.focus();
  };

  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <div className={styles['choice']}>
        <SegmentedControl label="Client" value={form.client} options={clients} onChange={form.chooseClient} />
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
        <div className={styles['buttons']}>
          <Button
            type="submit"
            kind={isNextStep && (state !== 'connected' || form.isChanged) ? 'primary' : 'normal'}
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
            onClick={() => form.disconnect()}
          >
            Disconnect
          </Button>
        </div>
      </div>
      <p className={styles['note']}>{clientMeanings[form.client]}</p>
      <KnownApps appIdText={form.appIdText} onChoose={form.changeAppId} />
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
      <span className={styles['knownTitle']} aria-hidden>
        Known test ids
      </span>
      {knownApps.map(({ appId, name, note }) => (
        <button
          key={appId}
          type="button"
          className={styles['chip']}
          aria-pressed={reading.ok && reading.appId === appId}
          {...tooltip(note)}
          onClick={() => onChoose(String(appId))}
        >
          <span className={styles['chipNumber']}>{appId}</span> {name}
        </button>
      ))}
      <p className={styles['knownNote']}>
        Every account owns 480; any other id needs the app in the account’s library.
      </p>
    </div>
  );
}
