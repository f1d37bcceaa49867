import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import styles from '../simulation.module.css';
import type { Simulator } from '../use-simulator.ts';

export interface AccountChoiceProps {
  readonly simulator: Simulator;
}

/** Which of the simulated accounts is logged in. */
export function AccountChoice({ simulator }: AccountChoiceProps) {
  const { account, accounts, isActive } = simulator;
  const [chosen, setChosen] = useState<string>();
  const steamId = chosen ?? account?.steamId;
  return (
    <div className={styles['choice']}>
      <SelectField
        label="Logged in as"
        value={steamId}
        disabled={!isActive}
        options={accounts.map((each) => ({
          value: each.steamId,
          label: each.personaName,
          meaning: each.steamId,
        }))}
        onChange={setChosen}
      />
      <Button
        isBusy={simulator.isReconnecting}
        disabled={!isActive || steamId === undefined || steamId === account?.steamId}
        hint="Disconnects, then connects with the account that is chosen"
        onClick={() => {
          if (steamId !== undefined) simulator.connectAs(steamId);
          setChosen(undefined);
        }}
      >
        Connect as
      </Button>
    </div>
  );
}
