import { ordinaryVoice } from '../../../../app/simulator/voice/ordinary-voice.ts';
import type { VoiceCard } from '../../../../app/simulator/voice/voice-card.ts';
import type { VoiceChange, WayFaults } from '../../../../app/simulator/voice/voice-knobs.ts';
import { voiceLimits } from '../../../../app/simulator/voice/voice-limits.ts';
import { Button } from '../../../ui/button.tsx';
import { CommittedDecimal } from '../committed-decimal.tsx';
import { FormSection } from '../form-section.tsx';
import { PercentField } from '../percent-field.tsx';
import simulation from '../simulation.module.css';
import styles from './voice.module.css';

export interface WayFaultsSectionProps {
  readonly voice: VoiceCard;
  readonly onChange: (change: VoiceChange) => void;
}

/** What happens to packets by chance, before the game has them and after it gave them back. */
export function WayFaultsSection({ voice, onChange }: WayFaultsSectionProps) {
  const { outgoing, incoming } = voice;
  return (
    <FormSection
      title="Packet faults"
      note="Probabilities, each packet for itself."
      actions={
        <Button
          onClick={() => onChange({ outgoing: ordinaryVoice.outgoing, incoming: ordinaryVoice.incoming })}
        >
          No faults
        </Button>
      }
    >
      <div role="group" aria-label="Microphone to GetVoice" className={simulation['form']}>
        <p className={styles['way']}>Microphone → GetVoice</p>
        <div className={styles['faults']}>
          <WayFields faults={outgoing} onChange={(change) => onChange({ outgoing: change })} />
          <CommittedDecimal
            label="Jitter in ms"
            value={outgoing.jitterMs}
            {...voiceLimits.jitterMs}
            onCommit={(jitterMs) => onChange({ outgoing: { jitterMs } })}
          />
        </div>
      </div>
      <div role="group" aria-label="Caller to DecompressVoice" className={simulation['form']}>
        <p className={styles['way']}>Caller → DecompressVoice</p>
        <div className={styles['faults']}>
          <WayFields faults={incoming} onChange={(change) => onChange({ incoming: change })} />
        </div>
      </div>
    </FormSection>
  );
}

interface WayFieldsProps {
  readonly faults: WayFaults;
  readonly onChange: (change: Partial<WayFaults>) => void;
}

function WayFields({ faults, onChange }: WayFieldsProps) {
  return (
    <>
      <PercentField label="Lost, %" value={faults.lose} onCommit={(lose) => onChange({ lose })} />
      <PercentField
        label="Duplicated, %"
        value={faults.duplicate}
        onCommit={(duplicate) => onChange({ duplicate })}
      />
      <PercentField label="Swapped, %" value={faults.swap} onCommit={(swap) => onChange({ swap })} />
      <PercentField
        label="Bit flipped, %"
        value={faults.flipBit}
        onCommit={(flipBit) => onChange({ flipBit })}
      />
    </>
  );
}
