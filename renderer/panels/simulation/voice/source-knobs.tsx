import type { DragEvent } from 'react';
import type { VoiceCard } from '../../../../app/simulator/voice/voice-card.ts';
import type { VoiceChange } from '../../../../app/simulator/voice/voice-knobs.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import styles from '../simulation.module.css';
import { MadeSourceFields } from './made-source-fields.tsx';
import { MicrophoneSource } from './microphone-source.tsx';
import { sourceOptions } from './source-kinds.ts';
import { useSource } from './use-source.ts';
import { WavSource } from './wav-source.tsx';

export interface SourceKnobsProps {
  readonly voice: VoiceCard;
  readonly isLoggedIn: boolean;
  /** Without a simulated client nothing is taken. */
  readonly isActive: boolean;
  readonly onChange: (change: VoiceChange) => void;
}

/** What the simulated microphone hears. A WAV file can be dropped here whatever it heard before. */
export function SourceKnobs({ voice, isLoggedIn, isActive, onChange }: SourceKnobsProps) {
  const { source } = voice;
  const { kind, reading, set, repeat, choose } = useSource(voice, onChange);
  const isOutside = source.kind === 'outside';
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const [dropped] = event.dataTransfer.files;
    if (isActive && dropped !== undefined) reading.read(dropped);
  };
  return (
    <div className={styles['form']} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <SelectField
        label="Microphone hears"
        value={kind}
        options={sourceOptions(isLoggedIn || isOutside)}
        onChange={choose}
      />
      {kind === source.kind && 'peakDbfs' in source && (
        <MadeSourceFields key={kind} source={source} onChange={set} />
      )}
      {(kind === 'samples' || reading.problem !== undefined) && (
        <WavSource source={source} reading={reading} onRepeat={repeat} />
      )}
      {kind === 'outside' && isLoggedIn && <MicrophoneSource />}
    </div>
  );
}
