import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Column, Columns } from '../panel-body.tsx';
import { CommittedNumber } from './committed-number.tsx';
import { callFailureOptions } from './enum-options.ts';
import { NO_FAULTS, type Faults } from './no-faults.ts';
import type { PartProps } from './part-props.ts';
import { PercentField } from './percent-field.tsx';
import { FormSection } from './form-section.tsx';
import styles from './simulation.module.css';

const LONGEST_MS = 3_600_000;

/** What goes wrong by chance, and how long everything takes. */
export function FaultsPart({ simulator, world: { faults } }: PartProps) {
  const { latencyMs, failCalls, dropConnection } = faults;
  const set = (change: Partial<Faults>): void => simulator.change({ faults: change });
  return (
    <Columns>
      <Column>
        <FormSection title="Latency" note="Simulated time until an answer, both bounds included.">
          <div className={styles['fields']}>
            <CommittedNumber
              label="Shortest in ms"
              value={latencyMs.shortest}
              maximum={LONGEST_MS}
              onCommit={(shortest) =>
                set({ latencyMs: { shortest, longest: Math.max(shortest, latencyMs.longest) } })
              }
            />
            <CommittedNumber
              label="Longest in ms"
              value={latencyMs.longest}
              maximum={LONGEST_MS}
              onCommit={(longest) =>
                set({ latencyMs: { shortest: Math.min(longest, latencyMs.shortest), longest } })
              }
            />
          </div>
        </FormSection>
        <FormSection title="Answers" note="Probabilities, each answer for itself.">
          <div className={styles['fields']}>
            <PercentField
              label="Answers lost, %"
              value={faults.loseAnswers}
              onCommit={(loseAnswers) => set({ loseAnswers })}
            />
            <PercentField
              label="Verdicts given twice, %"
              value={faults.repeatVerdicts}
              onCommit={(repeatVerdicts) => set({ repeatVerdicts })}
            />
            <PercentField
              label="Call results that fail, %"
              value={failCalls.probability}
              onCommit={(probability) => set({ failCalls: { ...failCalls, probability } })}
            />
            <SelectField
              label="They fail with"
              value={failCalls.reason}
              options={callFailureOptions}
              onChange={(reason) => set({ failCalls: { ...failCalls, reason } })}
            />
          </div>
        </FormSection>
      </Column>
      <Column>
        <FormSection
          title="Dropped connection"
          note="Of every account that is connected; it comes back by itself."
        >
          <div className={styles['fields']}>
            <PercentField
              label="Dropped per minute, %"
              value={dropConnection.perMinute}
              onCommit={(perMinute) => set({ dropConnection: { ...dropConnection, perMinute } })}
            />
            <CommittedNumber
              label="Outage in ms"
              value={dropConnection.outageMs}
              maximum={LONGEST_MS}
              onCommit={(outageMs) => set({ dropConnection: { ...dropConnection, outageMs } })}
            />
          </div>
        </FormSection>
        <div className={styles['buttons']}>
          <Button onClick={() => set(NO_FAULTS)}>No faults</Button>
        </div>
      </Column>
    </Columns>
  );
}
