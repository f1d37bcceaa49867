import type { SimulatedAccount } from '../../../../app/simulator/knobs.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { enumOptions } from '../enum-options.ts';
import styles from '../simulation.module.css';
import type { AccountChange } from '../use-simulator.ts';

type DurationControl = SimulatedAccount['durationControl'];

/** Stands for what the counters make of it. */
const AS_COUNTED = -1;

const progresses = [
  { value: AS_COUNTED, label: 'As play time has it', meaning: 'From the counters and the curfew.' },
  ...enumOptions('EDurationControlProgress'),
];
const notifications = enumOptions('EDurationControlNotification');

export interface DurationKnobsProps {
  readonly durationControl: DurationControl;
  readonly onChange: (change: AccountChange) => void;
}

/** The rules of Steam China for the account, and what its answers say of them. */
export function DurationKnobs({ durationControl, onChange }: DurationKnobsProps) {
  const change = (part: Partial<DurationControl>): void =>
    onChange({ durationControl: { ...durationControl, ...part } });
  return (
    <>
      <div className={styles['switches']}>
        <Switch
          label="Rules are in force"
          isOn={durationControl.isApplicable}
          onChange={(isApplicable) => change({ isApplicable })}
        />
        <Switch
          label="Night curfew"
          isOn={durationControl.hasCurfew}
          onChange={(hasCurfew) => change({ hasCurfew })}
        />
      </div>
      <div className={styles['fields']}>
        <SelectField
          label="Progress in answers"
          value={durationControl.progress ?? AS_COUNTED}
          options={progresses}
          onChange={(progress) => change({ progress: progress === AS_COUNTED ? null : progress })}
        />
        <SelectField
          label="Notification in answers"
          value={durationControl.notification}
          options={notifications}
          onChange={(notification) => change({ notification })}
        />
      </div>
    </>
  );
}
