import { useState, type SubmitEvent } from 'react';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { FormSection } from '../form-section.tsx';
import styles from '../simulation.module.css';
import type { Raise } from './raise.ts';

/** What fits into Steam's structure, with a NUL at its end. */
const LONGEST_URL_BYTES = 255;

/** A page in the overlay calls the game. */
export function WebCallbackEvent({ raise }: { readonly raise: Raise }) {
  const [url, setUrl] = useState('steam://gamewebcallback/simulated');
  const isTooLong = new TextEncoder().encode(url).length > LONGEST_URL_BYTES;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!isTooLong) raise({ kind: 'gameWebCallback', url });
  };
  return (
    <FormSection title="Game web callback">
      <form className={styles['choice']} onSubmit={submit} noValidate>
        <TextField
          label="URL"
          value={url}
          onChange={setUrl}
          isMono
          maxLength={LONGEST_URL_BYTES}
          error={isTooLong ? `At most ${LONGEST_URL_BYTES} bytes of UTF-8.` : undefined}
        />
        <Button type="submit" disabled={isTooLong}>
          Call the game
        </Button>
      </form>
    </FormSection>
  );
}
