import { useState } from 'react';
import type { VoiceCard } from '../../../../app/simulator/voice/voice-card.ts';
import type { VoiceChange, VoiceSourceKnob } from '../../../../app/simulator/voice/voice-knobs.ts';
import { startMicrophone } from '../../../stores/microphone.ts';
import type { SourceFile } from './source-file.ts';
import { keepSourceFile, useSourceFile } from './source-files.ts';
import { beginWith, type SourceKind } from './source-kinds.ts';
import { useWavFile } from './use-wav-file.ts';

/** What an account’s simulated microphone hears, to be changed. */
export function useSource(voice: VoiceCard, onChange: (change: VoiceChange) => void) {
  const { source, steamId } = voice;
  const file = useSourceFile(steamId);
  // A file is the source once there is one.
  const [isChoosingFile, setIsChoosingFile] = useState(false);

  const set = (next: VoiceSourceKnob): void => {
    // The microphone is closed by itself where another source is set.
    setIsChoosingFile(false);
    onChange({ source: next });
  };
  const hear = (heard: SourceFile, isRepeated: boolean): void =>
    set({ kind: 'samples', ...heard, isRepeated });
  const reading = useWavFile((read) => {
    keepSourceFile(steamId, read);
    hear(read, source.kind === 'samples' ? source.isRepeated : true);
  });

  return {
    kind: isChoosingFile ? ('samples' as const) : source.kind,
    reading,
    set,
    repeat: (isSourceRepeated: boolean): void => onChange({ isSourceRepeated }),
    choose: (kind: SourceKind): void => {
      if (kind === 'samples') {
        if (source.kind === 'samples') setIsChoosingFile(false);
        else if (file === undefined) setIsChoosingFile(true);
        else hear(file, true);
      } else if (kind === 'outside') {
        set({ kind });
        void startMicrophone();
      } else set(beginWith(kind, source));
    },
  };
}
