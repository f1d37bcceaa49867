import { useState } from 'react';
import type { SimulatedWorld } from '../../../../app/simulator/knobs.ts';
import { Button } from '../../../ui/button.tsx';
import { Mono } from '../../../ui/mono.tsx';
import { Section } from '../../../ui/section.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { callFailureOptions } from '../enum-options.ts';
import type { Raise } from '../events/raise.ts';
import { stretchText } from '../simulated-time.ts';
import styles from '../simulation.module.css';

type PendingCall = SimulatedWorld['pendingCalls'][number];

export interface PendingListProps {
  readonly calls: readonly PendingCall[];
  readonly raise: Raise;
  /** Simulated time. */
  readonly now: number;
}

/** Call results that have not come: each can be brought about now, as an answer or as a failure. */
export function PendingList({ calls, raise, now }: PendingListProps) {
  const [failure, setFailure] = useState(1);
  return (
    <Section title={`Pending call results: ${calls.length}`} isFlush>
      {calls.length === 0 ? (
        <p className={styles['nothing']}>No call waits for its result.</p>
      ) : (
        <>
          <div className={styles['listTop']}>
            <SelectField
              label="Fail with"
              value={failure}
              options={callFailureOptions}
              onChange={setFailure}
            />
          </div>
          <ul className={styles['list']} aria-label="Pending call results, oldest first">
            {calls.map(({ call, name, dueAt }) => (
              <li key={call} className={styles['listRow']}>
                <Mono>{name}</Mono>
                <span className={styles['rowNote']}>
                  {dueAt === undefined ? 'lost' : `due in ${stretchText((dueAt - now) / 1000)}`}
                </span>
                <span className={styles['rowEnd']}>
                  <Button kind="quiet" onClick={() => raise({ kind: 'answerCall', call })}>
                    Answer now
                  </Button>
                  <Button kind="quiet" onClick={() => raise({ kind: 'answerCall', call, failure })}>
                    Fail now
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
