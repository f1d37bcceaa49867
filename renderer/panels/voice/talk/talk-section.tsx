import type { VoiceSettings } from '../../../../app/settings/settings.ts';
import { isSimulated, useSession } from '../../../stores/session.ts';
import { changeSettings, openPanel, useSettings } from '../../../stores/settings.ts';
import { talkHands, useTalkHands } from '../../../stores/talk.ts';
import { useVoice } from '../../../stores/voice.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/section.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { Switch } from '../../../ui/switch.tsx';
import type { AudioOutput } from '../../../voice/audio-output.ts';
import { LiveFigures } from './live-figures.tsx';
import { LivePacketPlot } from './live-packet-plot.tsx';
import { LiveTrace } from './live-trace.tsx';
import { MicrophoneStrip } from './microphone-strip.tsx';
import { PaceNote } from './pace-note.tsx';
import { ResultStrip } from './result-strip.tsx';
import { TalkButton } from './talk-button.tsx';
import { TalkState } from './talk-state.tsx';
import { TalkTrouble } from './talk-trouble.tsx';
import styles from './talk.module.css';

const keys = [
  { value: 'Space', label: 'Space' },
  { value: 'KeyV', label: 'V' },
] as const satisfies readonly { readonly value: VoiceSettings['key']; readonly label: string }[];

export interface TalkSectionProps {
  /** What voice is heard through while it is recorded. */
  readonly output: AudioOutput | undefined;
  /** Told of every frame that is drawn: how long after its capture. */
  readonly onDrawn: (delayMs: number) => void;
}

/** Hold, talk, and see what Steam gives. */
export function TalkSection({ output, onDrawn }: TalkSectionProps) {
  const session = useSession();
  const recorder = useVoice((voice) => voice.recorder);
  const hands = useTalkHands();
  const { voice } = useSettings();
  const isConnected = session.state === 'connected';
  const isLatched = hands.includes('latch');
  return (
    <Section
      title="Push to talk"
      isFlush
      actions={
        isConnected ? (
          <SegmentedControl
            label="Talk key"
            isLabelHidden
            value={voice.key}
            options={keys}
            onChange={(key) => void changeSettings({ voice: { ...voice, key } })}
          />
        ) : (
          <Button onClick={() => openPanel('connection')}>Open Connection</Button>
        )
      }
    >
      <TalkTrouble isSimulated={isSimulated(session)} longestTakeMinutes={voice.longestTakeMinutes} />
      <div className={styles['controls']}>
        <TalkButton recorder={recorder} code={voice.key} isLatched={isLatched} disabled={!isConnected} />
        <Switch
          label="Keep talking"
          hint="With no key held, also while the window is left."
          isOn={isLatched}
          disabled={!isConnected && !isLatched}
          onChange={(isOn) => (isOn ? talkHands.press('latch') : talkHands.release('latch'))}
        />
        <TalkState tailTimeoutMs={voice.tailTimeoutMs} />
        <PaceNote />
      </div>
      <MicrophoneStrip />
      <LiveTrace output={output} recorder={recorder} onDrawn={onDrawn} />
      <LivePacketPlot />
      <ResultStrip />
      <LiveFigures />
    </Section>
  );
}
