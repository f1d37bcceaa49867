import { useState } from 'react';
import { describeEnum } from '../../../../app/steam/enums.ts';
import type { VoiceCard } from '../../../../app/simulator/voice/voice-card.ts';
import type { VoiceChange, VoiceFunction } from '../../../../app/simulator/voice/voice-knobs.ts';
import { voiceLimits } from '../../../../app/simulator/voice/voice-limits.ts';
import { Button } from '../../../ui/button.tsx';
import { Mono } from '../../../ui/mono.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { SelectField, type SelectOption } from '../../../ui/select-field.tsx';
import { enumOptions } from '../enum-options.ts';
import { FormSection } from '../form-section.tsx';
import styles from '../simulation.module.css';

const functions: readonly SelectOption<VoiceFunction>[] = [
  { value: 'getVoice', label: 'getVoice' },
  { value: 'getAvailableVoice', label: 'getAvailableVoice' },
  { value: 'decompressVoice', label: 'decompressVoice' },
];
// OK comes with data, which a chosen result has none of.
const results = enumOptions('EVoiceResult').filter(({ value }) => value !== 0);
const RESTRICTED = 6;

export interface NextResultSectionProps {
  readonly nextResults: VoiceCard['nextResults'];
  readonly onChange: (change: VoiceChange) => void;
}

/** Chooses what the next calls of a function answer, and nothing else. */
export function NextResultSection({ nextResults, onChange }: NextResultSectionProps) {
  const [name, setName] = useState<VoiceFunction>('getVoice');
  const [result, setResult] = useState(RESTRICTED);
  const [times, setTimes] = useState<number | undefined>(1);
  return (
    <FormSection title="Next result" note="Calls that answer an EVoiceResult and do nothing else.">
      <SelectField label="Function" value={name} options={functions} onChange={setName} />
      <SelectField label="EVoiceResult" value={result} options={results} onChange={setResult} />
      <div className={styles['choice']}>
        <NumberField
          label="Calls"
          value={times}
          minimum={1}
          maximum={voiceLimits.chosenTimes.maximum}
          onChange={setTimes}
        />
        <Button
          disabled={times === undefined}
          onClick={() => times !== undefined && onChange({ nextResult: { name, result, times } })}
        >
          Choose this result
        </Button>
      </div>
      {nextResults.length === 0 ? (
        <p className={styles['rowNote']}>Nothing is chosen: every call answers as Steam would.</p>
      ) : (
        <ul className={styles['list']} aria-label="Results chosen">
          {nextResults.map((next) => (
            <li key={next.name} className={styles['listRow']}>
              <Mono>{next.name}</Mono>
              <span>{describeEnum('EVoiceResult', next.result)}</span>
              <span className={styles['rowNote']}>
                {next.times === 1 ? 'one call' : `${next.times} calls`}
              </span>
              <span className={styles['rowEnd']}>
                <Button
                  kind="quiet"
                  aria-label={`Forget the result of ${next.name}`}
                  onClick={() => onChange({ nextResult: { ...next, times: 0 } })}
                >
                  Forget
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
    </FormSection>
  );
}
