import { useState, type SubmitEvent } from 'react';
import { describeEnum, enumMember } from '../../../../app/steam/enums.ts';
import type { AuthSessionCard } from '../../../../app/tickets/book.ts';
import { useSession } from '../../../stores/session.ts';
import { checkLicence } from '../../../stores/tickets.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Tag, type TagTone } from '../../../ui/tag.tsx';
import { tooltip } from '../../../ui/tooltip.ts';
import { useCommand } from '../../../use-command.ts';
import { isOpen } from './session-words.ts';
import styles from './sessions.module.css';

const LARGEST_APP_ID = 0xffffffff;

/** EUserHasLicenseForAppResult. */
const tones: Readonly<Record<number, TagTone>> = { 0: 'good', 1: 'fault', 2: 'warning' };

export interface LicenceCheckProps {
  readonly session: AuthSessionCard;
}

/** Whether the player owns an app or a DLC: what Steam answered about each, and a field to ask about another. */
export function LicenceCheck({ session }: LicenceCheckProps) {
  const { number, licences } = session;
  const { appId: ownAppId } = useSession();
  const [appId, setAppId] = useState<number | undefined>(ownAppId);
  const check = useCommand(checkLicence);
  if (!isOpen(session) && licences.length === 0) return null;

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (appId !== undefined) void check.run(number, appId);
  };

  return (
    <div className={styles['licences']}>
      {isOpen(session) && (
        <form className={styles['licenceForm']} onSubmit={submit} noValidate>
          <span className={styles['licenceLabel']}>UserHasLicenseForApp</span>
          <NumberField
            label="App id to check"
            isLabelHidden
            value={appId}
            onChange={setAppId}
            minimum={0}
            maximum={LARGEST_APP_ID}
          />
          <Button type="submit" isBusy={check.isBusy} disabled={appId === undefined}>
            Check licence
          </Button>
        </form>
      )}
      {licences.length > 0 && (
        <ul className={styles['answers']} aria-label={`Licences of session ${number}`}>
          {licences.map(({ appId: asked, result }) => (
            <li key={asked}>
              App {asked}{' '}
              <span {...tooltip(enumMember('EUserHasLicenseForAppResult', result)?.meaning ?? '')}>
                <Tag tone={tones[result] ?? 'neutral'}>
                  {describeEnum('EUserHasLicenseForAppResult', result)}
                </Tag>
              </span>
            </li>
          ))}
        </ul>
      )}
      {check.failure !== undefined && <FailureNote failure={check.failure} onDismiss={check.dismiss} />}
    </div>
  );
}
