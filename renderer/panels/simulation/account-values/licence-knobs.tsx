import type { SimulatedAccount } from '../../../../app/simulator/knobs.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { CommittedField } from '../committed-field.tsx';
import { accountOptions } from '../enum-options.ts';
import styles from '../simulation.module.css';
import type { AccountChange } from '../use-simulator.ts';
import { licencesFrom } from './licence-text.ts';

/** Stands for nobody: no account has it. */
const NOBODY = '0';

export interface LicenceKnobsProps {
  readonly account: SimulatedAccount;
  readonly accounts: readonly SimulatedAccount[];
  readonly onChange: (change: AccountChange) => void;
}

/** What Steam's servers know of the account when they judge its tickets. */
export function LicenceKnobs({ account, accounts, onChange }: LicenceKnobsProps) {
  const lenders = accounts.filter(({ steamId }) => steamId !== account.steamId);
  return (
    <>
      <CommittedField
        label="Licences"
        value={account.licences.join(', ')}
        isMono
        maxLength={2000}
        hint="App ids of games and DLC, with commas between."
        problem={(text) => (licencesFrom(text) === undefined ? 'App ids, with commas between.' : undefined)}
        onCommit={(text) => {
          const licences = licencesFrom(text);
          if (licences !== undefined) onChange({ licences: [...licences] });
        }}
      />
      <SelectField
        label="Borrows games from"
        value={account.familyOwner ?? NOBODY}
        options={[{ value: NOBODY, label: 'Nobody' }, ...accountOptions(lenders)]}
        onChange={(owner) => onChange({ familyOwner: owner === NOBODY ? null : owner })}
      />
      <div className={styles['switches']} role="group" aria-label="Bans">
        <Switch
          label="VAC banned"
          isOn={account.isVacBanned}
          onChange={(isOn) => onChange({ isVacBanned: isOn })}
        />
        <Switch
          label="VAC cannot check"
          isOn={account.isVacUnreachable}
          onChange={(isOn) => onChange({ isVacUnreachable: isOn })}
        />
        <Switch
          label="Banned by the publisher"
          isOn={account.isPublisherBanned}
          onChange={(isOn) => onChange({ isPublisherBanned: isOn })}
        />
      </div>
    </>
  );
}
