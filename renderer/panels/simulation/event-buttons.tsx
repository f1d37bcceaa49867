import { useState } from 'react';
import { enums } from '../../../app/steam/enums.ts';
import type { SimulationEvent } from '../../../app/simulator/knobs.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Switch } from '../../ui/switch.tsx';
import styles from './simulation.module.css';

/** EResult NoConnection: the usual reason of a connection that ends. */
const NO_CONNECTION = 3;

const results = enums.EResult.map(({ value, name, meaning }) => ({
  value,
  label: `${value} ${name}`,
  meaning: meaning === '' ? undefined : meaning,
}));

export interface EventButtonsProps {
  readonly onRaise: (event: SimulationEvent) => void;
}

/** What the world can do to the client. */
export function EventButtons({ onRaise }: EventButtonsProps) {
  const [result, setResult] = useState(NO_CONNECTION);
  const [isRetrying, setIsRetrying] = useState(true);
  return (
    <div className={styles['events']}>
      <div className={styles['reason']} role="group" aria-label="Connection to the servers">
        <SelectField label="EResult" value={result} options={results} onChange={setResult} />
        <div className={styles['retrying']}>
          <Switch label="Still retrying" isOn={isRetrying} onChange={setIsRetrying} />
        </div>
        <div className={styles['buttons']}>
          <Button onClick={() => onRaise({ kind: 'serverDisconnected', result })}>Server disconnected</Button>
          <Button onClick={() => onRaise({ kind: 'serverConnectFailed', result, retrying: isRetrying })}>
            Connect failed
          </Button>
          <Button onClick={() => onRaise({ kind: 'serverConnected' })}>Server connected</Button>
        </div>
      </div>
      <div className={styles['buttons']}>
        <Button onClick={() => onRaise({ kind: 'licensesUpdated' })}>Licences updated</Button>
        <Button
          hint="IPCFailure 0: callbacks that were waiting are lost"
          onClick={() => onRaise({ kind: 'ipcFailure', type: 0 })}
        >
          IPC: queue flushed
        </Button>
        <Button
          kind="danger"
          hint="IPCFailure 1: every call answers nothing until the next connect"
          onClick={() => onRaise({ kind: 'ipcFailure', type: 1 })}
        >
          IPC: pipe fails
        </Button>
        <Button
          kind="danger"
          hint="The Steam client asks games to end"
          onClick={() => onRaise({ kind: 'steamShutdown' })}
        >
          Steam shuts down
        </Button>
      </div>
    </div>
  );
}
