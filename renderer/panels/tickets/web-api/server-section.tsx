import { RotateCcw } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { isSafeBaseUrl } from '../../../../app/settings/base-url.ts';
import { DEFAULT_WEB_API_URL } from '../../../../app/settings/settings.ts';
import { useSettings } from '../../../stores/settings.ts';
import { setWebApiUrl } from '../../../stores/web-api.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useCommand } from '../../../use-command.ts';
import styles from './web-api.module.css';

/** The host that is asked. Whoever runs it gets the key. */
export function ServerSection() {
  const { webApiUrl } = useSettings();
  const [draft, setDraft] = useState<string>();
  const save = useCommand(setWebApiUrl);
  const text = draft ?? webApiUrl;
  const trimmed = text.trim();
  const isWrong = !isSafeBaseUrl(trimmed);
  const isChanged = trimmed !== webApiUrl;

  const change = async (url: string): Promise<void> => {
    const outcome = await save.run(url);
    if (outcome.ok) setDraft(undefined);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!isWrong && isChanged) void change(trimmed);
  };

  return (
    <Section
      title="Server"
      actions={
        webApiUrl !== DEFAULT_WEB_API_URL && (
          <Button kind="quiet" icon={RotateCcw} onClick={() => void change(DEFAULT_WEB_API_URL)}>
            Reset to Valve’s
          </Button>
        )
      }
    >
      <form className={styles['form']} onSubmit={submit} noValidate>
        <div className={styles['withButton']}>
          <TextField
            label="Base address"
            isMono
            value={text}
            onChange={setDraft}
            maxLength={300}
            error={
              isWrong ? 'An https address, or http of this machine such as http://127.0.0.1:8080.' : undefined
            }
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || draft === undefined) return;
              event.stopPropagation();
              setDraft(undefined);
            }}
          />
          <Button type="submit" isBusy={save.isBusy} disabled={isWrong || !isChanged}>
            Use
          </Button>
        </div>
        <p className={styles['faint']}>
          The key and the ticket are sent to this host with each check. Valve’s partner host wants a publisher
          key; a user’s own key works with https://api.steampowered.com.
        </p>
        {save.failure !== undefined && <FailureNote failure={save.failure} onDismiss={save.dismiss} />}
      </form>
    </Section>
  );
}
