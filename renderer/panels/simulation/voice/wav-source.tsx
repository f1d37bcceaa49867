import { FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import type { MissingReason } from '../../../../app/simulator/voice/voice-knobs.ts';
import type { VoiceSourceCard } from '../../../../app/simulator/voice/voice-card.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { lengthText } from '../../voice/level-text.ts';
import styles from '../simulation.module.css';
import { sourceText } from './source-kinds.ts';
import type { WavFileReading } from './use-wav-file.ts';

export interface WavSourceProps {
  readonly source: VoiceSourceCard;
  readonly reading: WavFileReading;
  readonly onRepeat: (isRepeated: boolean) => void;
}

/** Chooses the file that the simulated microphone hears, and says what it is. */
export function WavSource({ source, reading, onRepeat }: WavSourceProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const isHeard = source.kind === 'samples';
  return (
    <>
      <div className={styles['buttons']}>
        <Button icon={FolderOpen} isBusy={reading.isReading} onClick={() => chooser.current?.click()}>
          {isHeard ? 'Choose another WAV file' : 'Choose a WAV file'}
        </Button>
        <span className={styles['rowNote']}>or drop one here</span>
      </div>
      <input
        ref={chooser}
        type="file"
        accept=".wav,audio/wav"
        hidden
        aria-label="WAV file"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen !== undefined) reading.read(chosen);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
      {reading.problem !== undefined && <FailureNote failure={reading.problem} onDismiss={reading.dismiss} />}
      {isHeard ? (
        <>
          {source.missing !== undefined && (
            <Banner tone="warning" title={missingText(source.missing, source.seconds)} />
          )}
          <Facts
            items={[
              { label: 'File', value: source.name },
              { label: 'Length', value: lengthText(source.seconds) },
              {
                label: 'Rate',
                value: `${source.sampleRate} Hz${source.channels === 2 ? ', stereo mixed to mono' : ''}`,
              },
            ]}
          />
          <Switch
            label="Repeat"
            isOn={source.isRepeated}
            hint="Without it there is silence after the end."
            onChange={onRepeat}
          />
        </>
      ) : (
        <p className={styles['rowNote']}>Until then the microphone hears {sourceText(source)}.</p>
      )}
    </>
  );
}

function missingText(reason: MissingReason, seconds: number): string {
  return reason === 'too-long'
    ? `Only the first ${lengthText(seconds)} are heard: the simulated microphone takes no more.`
    : 'The file ends before the sound that its header promises: what is there is heard.';
}
