import type { LiveTake } from '../../../../app/voice/voice.ts';
import { voiceResults } from '../../../../app/voice/voice-results.ts';
import { dismissTalkFailure, useTalkFailure } from '../../../stores/talk.ts';
import { useLastLive, useVoice } from '../../../stores/voice.ts';
import { Banner } from '../../../ui/banner.tsx';
import { FailureNote } from '../../../ui/failure-note.tsx';
import styles from './talk.module.css';

/** Polls without a packet, ten milliseconds each, after which one wonders: where none came yet, and where it may be a pause. */
const MANY_POLLS = { atFirst: 150, afterVoice: 500 };

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
          <MuteNote live={live} isSimulated={isSimulated} />
        </div>
      )}
    </>
  );
}

function MuteNote({ live, isSimulated }: { readonly live: LiveTake; readonly isSimulated: boolean }) {
  const opening = live.packets === 0 ? 'No voice comes' : 'No more voice comes';
  if (live.result === voiceResults.ok)
    return (
      <Banner tone="warning" title={`${opening}: GetVoice answers OK, with nothing in it`}>
        So answers a connection to Steam that is broken: “Connect again” begins a new one.
      </Banner>
    );
  return (
    <Banner
      tone={live.packets === 0 ? 'warning' : 'info'}
      title={`${opening}: GetVoice answers NoData alone`}
    >
      {live.packets > 0 && 'A long pause looks the same. '}
      {isSimulated
        ? 'The simulated microphone may be silent or pulled out, or simulated time stands still.'
        : 'The microphone may be muted, unplugged, or another one than Steam’s voice settings name.'}
    </Banner>
  );
}

/** Whether nothing has come for long that should; what is stopped, and what Steam refuses, tells of itself. */
function isMute({ packets, result, emptyPolls, stopAt, ending }: LiveTake): boolean {
  if (ending !== undefined || (stopAt !== undefined && packets > 0)) return false;
  if (result !== voiceResults.noData && result !== voiceResults.ok) return false;
  return emptyPolls >= (packets === 0 ? MANY_POLLS.atFirst : MANY_POLLS.afterVoice);
}
