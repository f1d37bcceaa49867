import { voiceLimits } from '../../../../app/simulator/voice/voice-limits.ts';
import { CommittedDecimal } from '../committed-decimal.tsx';
import styles from '../simulation.module.css';
import type { MadeSource } from './source-kinds.ts';

export interface MadeSourceFieldsProps {
  readonly source: Exclude<MadeSource, { kind: 'silence' }>;
  readonly onChange: (source: MadeSource) => void;
}

/** The numbers of a source that the simulator makes itself. */
export function MadeSourceFields({ source, onChange }: MadeSourceFieldsProps) {
  return (
    <div className={styles['fields']}>
      {source.kind === 'tone' && (
        <Hertz
          label="Frequency in Hz"
          value={source.hertz}
          onCommit={(hertz) => onChange({ ...source, hertz })}
        />
      )}
      {source.kind === 'sweep' && (
        <>
          <Hertz
            label="From, in Hz"
            value={source.fromHertz}
            onCommit={(fromHertz) => onChange({ ...source, fromHertz })}
          />
          <Hertz
            label="To, in Hz"
            value={source.toHertz}
            onCommit={(toHertz) => onChange({ ...source, toHertz })}
          />
          <CommittedDecimal
            label="Each in seconds"
            value={source.seconds}
            {...voiceLimits.sweepSeconds}
            onCommit={(seconds) => onChange({ ...source, seconds })}
          />
        </>
      )}
      <CommittedDecimal
        label="Peak in dBFS"
        value={source.peakDbfs}
        {...voiceLimits.peakDbfs}
        onCommit={(peakDbfs) => onChange({ ...source, peakDbfs })}
      />
    </div>
  );
}

interface HertzProps {
  readonly label: string;
  readonly value: number;
  readonly onCommit: (hertz: number) => void;
}

function Hertz(props: HertzProps) {
  return <CommittedDecimal {...props} {...voiceLimits.hertz} />;
}
