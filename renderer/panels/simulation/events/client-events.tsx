import { Button } from '../../../ui/button.tsx';
import { FormSection } from '../form-section.tsx';
import styles from '../simulation.module.css';
import type { Raise } from './raise.ts';

/** What becomes of the Steam client on this machine. */
export function ClientEvents({ raise }: { readonly raise: Raise }) {
  return (
    <FormSection title="Steam client">
      <div className={styles['buttons']}>
        <Button onClick={() => raise({ kind: 'licensesUpdated' })}>Licences updated</Button>
        <Button
          hint="IPCFailure 0: callbacks that were waiting are lost"
          onClick={() => raise({ kind: 'ipcFailure', type: 0 })}
        >
          IPC: queue flushed
        </Button>
        <Button
          kind="danger"
          hint="IPCFailure 1: every call answers nothing until the next connect"
          onClick={() => raise({ kind: 'ipcFailure', type: 1 })}
        >
          IPC: pipe fails
        </Button>
        <Button
          kind="danger"
          hint="The Steam client asks games to end"
          onClick={() => raise({ kind: 'steamShutdown' })}
        >
          Steam shuts down
        </Button>
      </div>
    </FormSection>
  );
}
