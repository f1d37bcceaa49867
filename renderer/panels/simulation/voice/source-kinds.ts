import type { VoiceSourceCard } from '../../../../app/simulator/voice/voice-card.ts';
import type { VoiceSourceKnob } from '../../../../app/simulator/voice/voice-knobs.ts';
import type { SelectOption } from '../../../ui/select-field.tsx';
import { decimalText } from '../decimal.ts';

export type SourceKind = VoiceSourceKnob['kind'];
/** A source that is all numbers: it can be chosen without a file or a device. */
export type MadeSource = Exclude<VoiceSourceKnob, { kind: 'samples' | 'outside' }>;

const words: Record<SourceKind, { readonly label: string; readonly meaning: string }> = {
  speech: { label: 'Built-in speech', meaning: 'Syllables of a made-up voice, with pauses.' },
  tone: { label: 'Tone', meaning: 'A sine of one frequency.' },
  sweep: { label: 'Sweep', meaning: 'A sine from one frequency to the other, over and over.' },
  silence: { label: 'Silence', meaning: 'Recording goes on and nothing is sent.' },
  samples: { label: 'WAV file', meaning: 'From its beginning with each recording.' },
  outside: {
    label: 'This machine’s microphone',
    meaning: 'Opens it: permission is asked now, and at no other time.',
  },
};

/** The microphone of this machine feeds the account that is logged in, no other. */
export function sourceOptions(hasOutside: boolean): readonly SelectOption<SourceKind>[] {
  return Object.keys(words)
    .filter((kind): kind is SourceKind => kind in words)
    .filter((kind) => hasOutside || kind !== 'outside')
    .map((kind) => ({ value: kind, ...words[kind] }));
}

const USUAL_PEAK = -6;

/** What a kind begins with; as loud as the source before it. */
export function beginWith(kind: MadeSource['kind'], before: VoiceSourceCard): MadeSource {
  const peakDbfs = 'peakDbfs' in before ? before.peakDbfs : USUAL_PEAK;
  switch (kind) {
    case 'speech':
      return { kind, peakDbfs };
    case 'tone':
      // The usual test tone: 1 kHz would meet the same samples again and again.
      return { kind, hertz: 997, peakDbfs };
    case 'sweep':
      return { kind, fromHertz: 100, toHertz: 8000, seconds: 10, peakDbfs };
    case 'silence':
      return { kind };
  }
}

/** `a tone of 997 Hz`. */
export function sourceText(source: VoiceSourceCard): string {
  switch (source.kind) {
    case 'speech':
      return 'built-in speech';
    case 'tone':
      return `a tone of ${decimalText(source.hertz)} Hz`;
    case 'sweep':
      return `a sweep from ${decimalText(source.fromHertz)} to ${decimalText(source.toHertz)} Hz`;
    case 'silence':
      return 'silence';
    case 'samples':
      return source.name ?? 'a file';
    case 'outside':
      return 'this machine’s microphone';
  }
}
