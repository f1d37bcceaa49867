import type { SimulatedAccount } from '../../../../app/simulator/knobs.ts';
import { Switch } from '../../../ui/switch.tsx';
import { lampWords } from '../../account/lamp-words.ts';
import { CommittedField } from '../committed-field.tsx';
import styles from '../simulation.module.css';
import type { AccountChange } from '../use-simulator.ts';

const HIGHEST_LEVEL = 100_000;

export interface StatusKnobsProps {
  readonly account: SimulatedAccount;
  readonly onChange: (change: AccountChange) => void;
}

/** What the functions say of the account at once. */
export function StatusKnobs({ account, onChange }: StatusKnobsProps) {
  return (
    <>
      <div className={styles['switches']} role="group" aria-label="Status">
        {lampWords.map(({ name, title }) => (
          <Switch
            key={name}
            label={title}
            isOn={account[name]}
            onChange={(isOn) => onChange({ [name]: isOn })}
          />
        ))}
      </div>
      <div className={styles['fields']}>
        <CommittedField
          label="Persona"
          value={account.personaName}
          problem={(text) => (text === '' ? 'Enter a name.' : undefined)}
          maxLength={128}
          onCommit={(personaName) => onChange({ personaName })}
        />
        <CommittedField
          label="Steam level"
          value={String(account.steamLevel)}
          problem={(text) =>
            /^\d+$/.test(text) && Number(text) <= HIGHEST_LEVEL
              ? undefined
              : `A whole number up to ${HIGHEST_LEVEL}.`
          }
          maxLength={6}
          onCommit={(text) => onChange({ steamLevel: Number(text) })}
        />
        <CommittedField
          label="Country"
          value={account.country}
          problem={(text) => (/^[A-Z]{2}$/.test(text) ? undefined : 'Two letters, such as NZ.')}
          maxLength={2}
          clean={(text) => text.toUpperCase()}
          onCommit={(country) => onChange({ country })}
        />
        <CommittedField
          label="Language"
          value={account.language}
          problem={(text) => (text === '' ? 'Enter a language, such as english.' : undefined)}
          maxLength={64}
          onCommit={(language) => onChange({ language })}
        />
      </div>
    </>
  );
}
