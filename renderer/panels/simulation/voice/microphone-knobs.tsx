import type { VoiceCard } from '../../../../app/simulator/voice/voice-card.ts';
import type { VoiceChange } from '../../../../app/simulator/voice/voice-knobs.ts';
import { voiceLimits } from '../../../../app/simulator/voice/voice-limits.ts';
import { Switch } from '../../../ui/switch.tsx';
import { CommittedDecimal } from '../committed-decimal.tsx';
import styles from '../simulation.module.css';

export interface MicrophoneKnobsProps {
  readonly voice: VoiceCard;
  readonly onChange: (change: VoiceChange) => void;
}

/** The microphone as a device, and whether the account may use it. */
export function MicrophoneKnobs({ voice, onChange }: MicrophoneKnobsProps) {
  return (
    <div className={styles['fields']}>
      <Switch
        label="Pulled out"
        isOn={voice.isMicrophonePulled}
        hint="NoData for as long as it records."
        onChange={(isMicrophonePulled) => onChange({ isMicrophonePulled })}
      />
      <Switch
        label="Account restricted"
        isOn={voice.isRestricted}
        hint="It may not use voice: Restricted."
        onChange={(isRestricted) => onChange({ isRestricted })}
      />
      <CommittedDecimal
        label="Tail in ms"
        value={voice.tailMs}
        {...voiceLimits.tailMs}
        hint="Recorded on after the stop."
        onCommit={(tailMs) => onChange({ tailMs })}
      />
      <CommittedDecimal
        label="Clock drift in ppm"
        value={voice.driftPpm}
        {...voiceLimits.driftPpm}
        hint="Above 0 it runs fast."
        onCommit={(driftPpm) => onChange({ driftPpm })}
      />
    </div>
  );
}
