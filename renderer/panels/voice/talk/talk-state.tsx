import { useTalkStanding } from '../../../stores/talk-standing.ts';
import { useBeatTime, useLastLive } from '../../../stores/voice.ts';
import { Lamp } from '../../../ui/lamp.tsx';
import { Meter } from '../../../ui/meter.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { talkLamps } from '../../../voice/talk-lamps.ts';
import { lengthText } from '../level-text.ts';
import styles from './talk.module.css';

export interface TalkStateProps {
  readonly tailTimeoutMs: number;
}

/** Where recording stands, in words that a screen reader says too. */
export function TalkState({ tailTimeoutMs }: TalkStateProps) {
  const live = useLastLive();
  const standing = useTalkStanding();
  return (
    <div className={styles['state']}>
      <div role="status" className={styles['standing']}>
        <Lamp {...talkLamps[standing]} />
      </div>
      {standing === 'recording' && live !== undefined && <Elapsed since={live.startedAt} />}
      {standing === 'stopping' && <TailWait since={live?.stopAt} timeoutMs={tailTimeoutMs} />}
    </div>
  );
}

function Elapsed({ since }: { readonly since: number }) {
  const now = useBeatTime();
  return <output className={styles['elapsed']}>{lengthText(Math.max(0, now - since) / 1000)}</output>;
}

function TailWait({ since, timeoutMs }: { readonly since: number | undefined; readonly timeoutMs: number }) {
  const now = useNow(100);
  const waitedMs = since === undefined ? 0 : Math.min(timeoutMs, Math.max(0, now - since));
  return (
    <Meter
      label="Until NotRecording"
      value={waitedMs}
      maximum={timeoutMs}
      text={`${(waitedMs / 1000).toFixed(1)} of ${(timeoutMs / 1000).toFixed(1)} s`}
    />
  );
}
