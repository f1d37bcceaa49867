import { useState } from 'react';
import type { SimulatedAccount, SimulatedWorld } from '../../../../app/simulator/knobs.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { accountOptions, enumOptions } from '../enum-options.ts';
import { FormSection } from '../form-section.tsx';
import styles from '../simulation.module.css';
import type { Raise } from './raise.ts';

const responses = enumOptions('EAuthSessionResponse');

/** Stands for nobody: no account has it. */
const AS_STEAM_SEES_IT = '0';

export interface VerdictEventProps {
  readonly raise: Raise;
  readonly accounts: readonly SimulatedAccount[];
  /** Who is logged in. */
  readonly steamId: string;
  readonly sessions: SimulatedWorld['sessions'];
}

/** A verdict on a ticket that the user checks: again, late, or out of nowhere. */
export function VerdictEvent({ raise, accounts, steamId, sessions }: VerdictEventProps) {
  const [response, setResponse] = useState(0);
  const [chosen, setChosen] = useState<string>();
  const [ownerId, setOwnerId] = useState(AS_STEAM_SEES_IT);
  const open = sessions.filter(({ verifierId }) => verifierId === steamId).map((session) => session.steamId);
  const strangers = open.filter((id) => accounts.every((account) => account.steamId !== id));
  const whose = chosen ?? open.at(-1) ?? steamId;
  const give = (): void =>
    raise({
      kind: 'validateVerdict',
      steamId: whose,
      response,
      ...(ownerId !== AS_STEAM_SEES_IT && { ownerId }),
    });
  return (
    <FormSection title="Verdict on a ticket" note="Comes at once, also again, late, or without a session.">
      <div className={styles['fields']}>
        <SelectField
          label="Whose ticket"
          value={whose}
          options={[
            ...accountOptions(accounts).map((option) =>
              open.includes(option.value)
                ? { ...option, meaning: `${option.value}, session is open` }
                : option,
            ),
            ...strangers.map((id) => ({ value: id, label: id, meaning: 'Session is open' })),
          ]}
          onChange={setChosen}
        />
        <SelectField
          label="Owner of the game"
          value={ownerId}
          options={[{ value: AS_STEAM_SEES_IT, label: 'As licences have it' }, ...accountOptions(accounts)]}
          onChange={setOwnerId}
        />
      </div>
      <SelectField label="Verdict" value={response} options={responses} onChange={setResponse} />
      <div className={styles['buttons']}>
        <Button onClick={give}>Give verdict</Button>
        <Button
          hint="The same verdict two times"
          onClick={() => {
            give();
            give();
          }}
        >
          Give it twice
        </Button>
      </div>
    </FormSection>
  );
}
