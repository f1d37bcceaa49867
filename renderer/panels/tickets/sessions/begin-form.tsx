import { UserCheck } from 'lucide-react';
import type { SubmitEvent } from 'react';
import { isSimulated, useSession } from '../../../stores/session.ts';
import { useSimulation } from '../../../stores/simulation.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './sessions.module.css';
import { TicketFields } from './ticket-fields.tsx';
import { useBeginForm, type SourceKind } from './use-begin-form.ts';

const sources: readonly { readonly value: SourceKind; readonly label: string }[] = [
  { value: 'book', label: 'Own ticket' },
  { value: 'pasted', label: 'Pasted' },
  { value: 'file', label: 'File' },
];
const simulatedSources = [...sources, { value: 'peer', label: 'Simulated player' } as const];

export interface BeginFormProps {
  readonly isConnected: boolean;
}

/** Whose ticket is checked, and the button that begins a session with it. */
export function BeginSessionForm({ isConnected }: BeginFormProps) {
  const form = useBeginForm();
  const session = useSession();
  const { accounts } = useSimulation();
  const peers = accounts.filter(({ steamId }) => steamId !== session.steamId);
  const peerId = peers.find(({ steamId }) => steamId === form.peer)?.steamId ?? peers[0]?.steamId;

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isConnected) void form.begin(peerId);
  };

  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <div className={styles['row']}>
        <SegmentedControl
          label="Ticket"
          value={form.kind}
          options={isSimulated(session) ? simulatedSources : sources}
          onChange={form.chooseKind}
        />
        <TicketFields form={form} peers={peers} peerId={peerId} />
        {form.kind !== 'peer' && (
          <div className={styles['player']}>
            <TextField
              label="Steam id of the player"
              value={form.steamId}
              onChange={form.typeSteamId}
              error={form.problems.steamId}
              hint={form.isIdRead ? 'As the ticket says.' : 'Whose ticket it is said to be.'}
              placeholder="76561202255187930"
              inputMode="numeric"
              isMono
            />
          </div>
        )}
        <div className={styles['button']}>
          <Button
            type="submit"
            kind="primary"
            icon={UserCheck}
            isBusy={form.isBusy}
            disabled={!isConnected || (form.kind === 'book' && form.number === undefined)}
          >
            Begin session
          </Button>
        </div>
      </div>
      {form.failure !== undefined && <FailureNote failure={form.failure} onDismiss={form.dismiss} />}
    </form>
  );
}
