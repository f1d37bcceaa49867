import { FolderOpen, Trash2 } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import type { HeldKey } from '../../../../app/encrypted-ticket/encrypted-ticket.ts';
import {
  forgetTicketKey,
  readTicketKeyFile,
  setTicketKey,
  takeSimulatorKey,
  useEncryptedTicket,
} from '../../../stores/encrypted-ticket.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { Lamp } from '../../../ui/lamp.tsx';
import { Section } from '../../../ui/section.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useCommand } from '../../../use-command.ts';
import styles from './encrypted.module.css';

/** The key that opens tickets: typed, from a file, or the simulator's. Main holds it; the page never gets it back. */
export function KeySection() {
  const { key } = useEncryptedTicket();
  const [draft, setDraft] = useState('');
  const set = useCommand(setTicketKey);
  const file = useCommand(readTicketKeyFile);
  const simulator = useCommand(takeSimulatorKey);
  const forget = useCommand(forgetTicketKey);
  const failed = [set, file, simulator, forget].find(({ failure }) => failure !== undefined);
  const dismissAll = (): void => [set, file, simulator, forget].forEach(({ dismiss }) => dismiss());

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    dismissAll();
    const outcome = await set.run(draft);
    if (outcome.ok) setDraft('');
  };

  return (
    <Section
      title="Key"
      note="Held in memory until the bench closes."
      actions={
        key !== undefined && (
          <Button kind="quiet" icon={Trash2} isBusy={forget.isBusy} onClick={() => void forget.run()}>
            Forget
          </Button>
        )
      }
    >
      <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
        <p className={styles['head']}>
          <Lamp state={key === undefined ? 'off' : 'on'} label={keyWords(key)} />
          {key?.source === 'simulator' && <Tag tone="simulated">Simulated</Tag>}
        </p>
        <div className={styles['keyRow']}>
          <TextField
            label="Key of the app"
            type="password"
            isMono
            value={draft}
            onChange={setDraft}
            maxLength={400}
            placeholder="64 hex digits"
          />
          <Button type="submit" isBusy={set.isBusy} disabled={draft.trim() === ''}>
            Set key
          </Button>
        </div>
        <div className={styles['actions']}>
          <Button
            kind="quiet"
            icon={FolderOpen}
            isBusy={file.isBusy}
            hint="32 bytes, or text with them"
            onClick={() => {
              dismissAll();
              void file.run();
            }}
          >
            From a file…
          </Button>
          <Button
            kind="quiet"
            isBusy={simulator.isBusy}
            hint="Opens what the simulator encrypts. Everybody knows it."
            onClick={() => {
              dismissAll();
              void simulator.run();
            }}
          >
            Use the simulator’s key
          </Button>
        </div>
        {failed?.failure !== undefined && <FailureNote failure={failed.failure} onDismiss={dismissAll} />}
      </form>
    </Section>
  );
}

function keyWords(key: HeldKey | undefined): string {
  switch (key?.source) {
    case undefined:
      return 'No key';
    case 'typed':
      return 'A key that was typed';
    case 'file':
      return `The key from ${key.name ?? 'a file'}`;
    case 'simulator':
      return 'The simulator’s published key';
  }
}
