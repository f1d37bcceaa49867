import { Trash2 } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import type { WebApiState } from '../../../../app/web-api/web-api.ts';
import { forgetWebApiKey, setWebApiKey, useWebApi } from '../../../stores/web-api.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { Lamp } from '../../../ui/lamp.tsx';
import { Section } from '../../../ui/section.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useCommand } from '../../../use-command.ts';
import styles from './web-api.module.css';

const keyWords: Readonly<Record<WebApiState['key'], string>> = {
  none: 'No key',
  memory: 'A key is held until the bench closes',
  stored: 'A key is kept encrypted on this machine',
};

/** The publisher key: typed, held by main in memory or kept by the system's key store. The page never gets it back. */
export function KeySection() {
  const { key, canStoreKey, whyNotStored } = useWebApi();
  const [draft, setDraft] = useState('');
  const [isKept, setIsKept] = useState(false);
  const set = useCommand(setWebApiKey);
  const forget = useCommand(forgetWebApiKey);
  const failure = set.failure ?? forget.failure;

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    forget.dismiss();
    const outcome = await set.run(draft, isKept && canStoreKey);
    if (outcome.ok) setDraft('');
  };

  return (
    <Section
      title="Web API key"
      actions={
        key !== 'none' && (
          <Button
            kind="quiet"
            icon={Trash2}
            isBusy={forget.isBusy}
            onClick={() => {
              set.dismiss();
              void forget.run();
            }}
          >
            Forget
          </Button>
        )
      }
    >
      <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
        <Lamp state={key === 'none' ? 'off' : 'on'} label={keyWords[key]} />
        <div className={styles['withButton']}>
          <TextField
            label="Publisher key"
            type="password"
            isMono
            value={draft}
            onChange={setDraft}
            maxLength={200}
            placeholder="32 hex digits"
          />
          <Button type="submit" isBusy={set.isBusy} disabled={draft.trim() === ''}>
            Set key
          </Button>
        </div>
        <Switch
          label="Keep it encrypted on this machine"
          isOn={isKept && canStoreKey}
          onChange={setIsKept}
          disabled={!canStoreKey}
          hint={canStoreKey ? 'By the system’s key store, for the next start.' : whyNotStored}
        />
        {failure !== undefined && (
          <FailureNote
            failure={failure}
            onDismiss={() => {
              set.dismiss();
              forget.dismiss();
            }}
          />
        )}
      </form>
    </Section>
  );
}
