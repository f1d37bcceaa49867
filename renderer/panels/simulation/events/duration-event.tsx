import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { enumOptions } from '../enum-options.ts';
import { FormSection } from '../form-section.tsx';
import styles from '../simulation.module.css';
import type { Raise } from './raise.ts';

const progresses = enumOptions('EDurationControlProgress');
const notifications = enumOptions('EDurationControlNotification');
const results = enumOptions('EResult');
const states = enumOptions('EDurationControlOnlineState').filter(({ value }) => value !== 0);

const MINUTES_A_DAY = 1440;

export interface DurationEventProps {
  readonly raise: Raise;
  /** EDurationControlOnlineState that the game told last; 0 for none. */
  readonly onlineState: number;
  /** Tells Steam the state as the game would. */
  readonly onOnlineState: (newState: number) => void;
}

/** The rules of Steam China: a callback with any values, and the counters that Steam's own come from. */
export function DurationEvent({ raise, onlineState, onOnlineState }: DurationEventProps) {
  const [result, setResult] = useState(1);
  const [progress, setProgress] = useState(0);
  const [notification, setNotification] = useState(2);
  const [isApplicable, setIsApplicable] = useState(true);
  const [stretch, setStretch] = useState<number | undefined>(179);
  const [today, setToday] = useState<number | undefined>(179);
  const isCounted = stretch !== undefined && today !== undefined;
  return (
    <FormSection
      title="Duration control"
      note="Whether the rules hold, and the curfew, is set with the account."
    >
      <div className={styles['fields']}>
        <SelectField
          label="Notification"
          value={notification}
          options={notifications}
          onChange={setNotification}
        />
        <SelectField label="Progress" value={progress} options={progresses} onChange={setProgress} />
      </div>
      <SelectField label="Result" value={result} options={results} onChange={setResult} />
      <div className={styles['buttons']}>
        <Button
          onClick={() =>
            raise({ kind: 'durationControl', result, progress, notification, applicable: isApplicable })
          }
        >
          Send the callback
        </Button>
        <div className={styles['switchCell']}>
          <Switch label="Applicable" isOn={isApplicable} onChange={setIsApplicable} />
        </div>
      </div>
      <SelectField
        label="Online state, as the game tells Steam"
        value={onlineState === 0 ? undefined : onlineState}
        placeholder="0 Invalid: nothing told yet"
        options={states}
        onChange={onOnlineState}
      />
      <div className={styles['threeFields']}>
        <NumberField
          label="Minutes in a row"
          value={stretch}
          minimum={0}
          maximum={MINUTES_A_DAY}
          onChange={setStretch}
        />
        <NumberField
          label="Minutes today"
          value={today}
          minimum={0}
          maximum={MINUTES_A_DAY}
          onChange={setToday}
        />
        <Button
          disabled={!isCounted}
          hint="With the rules in force, stepping the clock over a limit brings its callback"
          onClick={() => {
            if (!isCounted) return;
            raise({ kind: 'playTime', secondsLast5Hours: stretch * 60, secondsToday: today * 60 });
          }}
        >
          Set play time
        </Button>
      </div>
    </FormSection>
  );
}
