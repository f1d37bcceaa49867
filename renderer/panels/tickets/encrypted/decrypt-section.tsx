import clsx from 'clsx';
import { LockOpen } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { LARGEST_TICKET_BYTES, type TicketSource } from '../../../../app/tickets/ticket-source.ts';
import { decryptTicket, useEncryptedTicket } from '../../../stores/encrypted-ticket.ts';
import { Button } from '../../../ui/button.tsx';
import control from '../../../ui/control.module.css';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { Field } from '../../../ui/field.tsx';
import { Section } from '../../../ui/section.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { useCommand } from '../../../use-command.ts';
import { TicketDrop } from '../sessions/ticket-drop.tsx';
import type { TicketFile } from '../sessions/use-begin-form.ts';
import { DecryptionResult } from './decryption-result.tsx';
import styles from './encrypted.module.css';

type SourceKind = 'fetched' | 'pasted' | 'file';

const sources: readonly { readonly value: SourceKind; readonly label: string }[] = [
  { value: 'fetched', label: 'Fetched' },
  { value: 'pasted', label: 'Pasted' },
  { value: 'file', label: 'File' },
];

/** Opens a ticket with the key that is held: the one fetched, or one that came from elsewhere. */
export function DecryptSection() {
  const { ticket, key, decryption } = useEncryptedTicket();
  const [kind, setKind] = useState<SourceKind>('fetched');
  const [text, setText] = useState('');
  const [file, setFile] = useState<TicketFile>();
  const decrypt = useCommand(decryptTicket);

  const source = sourceOf(kind, text, file);
  const isReady = kind === 'fetched' ? ticket !== undefined : source !== undefined;

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isReady && key !== undefined) void decrypt.run(source);
  };

  return (
    <Section title="Decrypt" note={whatIsMissing(kind, isReady, key !== undefined)}>
      <form className={styles['form']} onSubmit={submit} noValidate>
        <div className={styles['formRow']}>
          <SegmentedControl label="Ticket" value={kind} options={sources} onChange={setKind} />
          {kind === 'pasted' && (
            <div className={styles['grow']}>
              <Field label="Encrypted ticket, in hex or Base64">
                {(field) => (
                  <textarea
                    {...field}
                    className={clsx(control['control'], control['mono'], styles['text'])}
                    rows={2}
                    value={text}
                    maxLength={LARGEST_TICKET_BYTES * 4}
                    onChange={(event) => setText(event.target.value)}
                    placeholder="0801…"
                    spellCheck={false}
                    autoComplete="off"
                  />
                )}
              </Field>
            </div>
          )}
          {kind === 'file' && <TicketDrop file={file} onFile={setFile} error={undefined} />}
          <div className={styles['button']}>
            <Button
              type="submit"
              icon={LockOpen}
              isBusy={decrypt.isBusy}
              disabled={!isReady || key === undefined}
            >
              Decrypt
            </Button>
          </div>
        </div>
        {decrypt.failure !== undefined && (
          <FailureNote failure={decrypt.failure} onDismiss={decrypt.dismiss} />
        )}
        {decryption !== undefined && <DecryptionResult key={decryption.at} decryption={decryption} />}
      </form>
    </Section>
  );
}

function sourceOf(kind: SourceKind, text: string, file: TicketFile | undefined): TicketSource | undefined {
  if (kind === 'pasted') return text.trim() === '' ? undefined : { text };
  return kind === 'file' && file !== undefined ? { bytes: file.bytes } : undefined;
}

function whatIsMissing(kind: SourceKind, isReady: boolean, hasKey: boolean): string | undefined {
  const noTicket = kind === 'fetched' ? 'Fetch a ticket first.' : undefined;
  if (!hasKey) return isReady ? 'Set the key first.' : 'Needs a ticket and the key.';
  return isReady ? undefined : noTicket;
}
