import type { RecorderState } from '../../../../app/voice/voice.ts';
import { useTalk } from '../../../stores/talk.ts';
import { useBeatTime, useLastLive } from '../../../stores/voice.ts';
import { Lamp } from '../../../ui/lamp.tsx';
import { Meter } from '../../../ui/meter.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { lengthText } from '../level-text.ts';
import styles from './talk.module.css';

export interface TalkStateProps {
  readonly recorder: RecorderState;
  readonly tailTimeoutMs: number;
  readonly isConnected: boolean;
}

/** Where recording stands, in words that a screen reader says too. */
export function TalkState({ recorder, tailTimeoutMs, isConnected }: TalkStateProps) {
  const live = useLastLive();
  const { failure } = useTalk();
  const isRefused = failure !== undefined || live?.refusal !== undefined;
  return (
    <div className={styles['state']}>
      <div role="status" className={styles['standing']}>
        {recorder === 'recording' && <Lamp state="fault" label="Recording" />}
        {recorder === 'stopping' && <Lamp state="busy" label="Waiting for Steam’s tail" />}
        {recorder === 'idle' && <IdleLamp isConnected={isConnected} isRefused={isRefused} />}
      </div>
      {recorder === 'recording' && live !== undefined && <Elapsed since={live.startedAt} />}
      {recorder === 'stopping' && <TailWait since={live?.stopAt} timeoutMs={tailTimeoutMs} />}
    </div>
  );
}

interface IdleLampProps {
  readonly isConnected: boolean;
  /** The last press came to nothing, and why is said above. */
  readonly isRefused: boolean;
}

/** Beside a refusal that stands nothing is called ready. Not in red: of these lamps that one is of recording. */
function IdleLamp({ isConnected, isRefused }: IdleLampProps) {
  if (!isConnected) return <Lamp state="off" label="No client" />;
  return isRefused ? <Lamp state="warning" label="Refused" /> : <Lamp state="on" label="Ready" />;
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
