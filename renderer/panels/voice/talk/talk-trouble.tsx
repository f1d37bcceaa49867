import type { LiveTake } from '../../../../app/voice/voice.ts';
import { voiceResults } from '../../../../app/voice/voice-results.ts';
import { dismissTalkFailure, useTalkFailure } from '../../../stores/talk.ts';
import { useLastLive, useVoice } from '../../../stores/voice.ts';
import { Banner } from '../../../ui/banner.tsx';
import { FailureNote } from '../../../ui/failure-note.tsx';
import styles from './talk.module.css';

/** Polls without a packet after which one wonders: one and a half seconds. */
const MANY_POLLS = 150;

export interface TalkTroubleProps {
  readonly isSimulated: boolean;
  /** As it is set now. */
  readonly longestTakeMinutes: number;
}

/** Why nothing was recorded, nothing comes, or recording stopped by itself or was not stopped. */
export function TalkTrouble({ isSimulated, longestTakeMinutes }: TalkTroubleProps) {
  const failure = useTalkFailure();
  const live = useLastLive();
  const hasMissedPress = useVoice((voice) => voice.missedPressAt !== undefined);
  return (
    <>
      {failure !== undefined && (
        <div className={styles['failure']}>
          <FailureNote failure={failure.why} onDismiss={dismissTalkFailure} />
        </div>
      )}
      {live?.refusal !== undefined && (
        <div className={styles['failure']}>
          <FailureNote failure={live.refusal} />
        </div>
      )}
      {hasMissedPress && (
        <div className={styles['failure']}>
          <Banner tone="warning" title="Pressed during the tail: nothing was recorded">
            Steam was still giving the end of the take before when the key was let go. Hold it until
            “Recording” is shown.
          </Banner>
        </div>
      )}
      {live?.ending === 'too-long' && (
        <div className={styles['failure']}>
          <Banner tone="info" title="Recording stopped by itself: the take was as long as one may be">
            What was said until then is kept. “Longest take” under Playback and recording sets the length, now{' '}
            {longestTakeMinutes} min. Pauses count, and where Steam sends nothing for them the take holds less
            sound.
          </Banner>
        </div>
      )}
      {live !== undefined && isMute(live) && (
        <div className={styles['failure']}>
          <Banner tone="warning" title="No voice comes: GetVoice answers NoData alone">
            {isSimulated
              ? 'The simulated microphone may be silent or pulled out, or simulated time stands still.'
              : 'The microphone may be muted, unplugged, or another one than Steam’s voice settings name.'}
          </Banner>
        </div>
      )}
    </>
  );
}

function isMute({ packets, results, ending }: LiveTake): boolean {
  return ending === undefined && packets === 0 && (results[voiceResults.noData] ?? 0) >= MANY_POLLS;
}
