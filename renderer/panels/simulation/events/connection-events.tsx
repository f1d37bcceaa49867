import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { enumOptions } from '../enum-options.ts';
import { FormSection } from '../form-section.tsx';
import styles from '../simulation.module.css';
import type { Raise } from './raise.ts';

/** EResult NoConnection: the usual reason of a connection that ends. */
const NO_CONNECTION = 3;

const results = enumOptions('EResult');

/** What becomes of the connection to Steam's servers. */
export function ConnectionEvents({ raise }: { readonly raise: Raise }) {
  const [result, setResult] = useState(NO_CONNECTION);
  const [isRetrying, setIsRetrying] = useState(true);
  return (
    <FormSection title="Connection to the servers">
      <div className={styles['reason']}>
        <SelectField label="EResult" value={result} options={results} onChange={setResult} />
        <div className={styles['switchCell']}>
          <Switch label="Still retrying" isOn={isRetrying} onChange={setIsRetrying} />
        </div>
      </div>
      <div className={styles['buttons']}>
        <Button onClick={() => raise({ kind: 'serverDisconnected', result })}>Server disconnected</Button>
        <Button onClick={() => raise({ kind: 'serverConnectFailed', result, retrying: isRetrying })}>
          Connect failed
        </Button>
        <Button onClick={() => raise({ kind: 'serverConnected' })}>Server connected</Button>
        <Button
          hint="Steam cuts the account off here; whoever checked its tickets hears of it"
          onClick={() => raise({ kind: 'loggedInElsewhere' })}
        >
          Logged in elsewhere
        </Button>
      </div>
    </FormSection>
  );
}
