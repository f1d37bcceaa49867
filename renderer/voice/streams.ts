import type { Failure } from '../../app/outcome.ts';
import { bench } from '../bench.ts';

/** What main sends while Steam records. */
export interface VoiceStreams {
  /** Samples for playback. */
  readonly sound: MessagePort;
  /** What the waveform draws. */
  readonly looks: MessagePort;
  /** Sound of the take under way that came before, in seconds; 0 without a take. */
  readonly heardSeconds: number;
}

/**
 * Asks main for the two ports of `voice.openStreams`.
 *
 * Answers how to give them back: from then on nothing is told any more.
 */
export function openVoiceStreams(
  opened: (streams: VoiceStreams) => void,
  failed: (failure: Failure) => void,
): () => void {
  let isWanted = true;
  let streams: VoiceStreams | undefined;
  // Subscribed first: the ports may come before the answer.
  const take = (event: MessageEvent<unknown>): void => {
    const [sound, looks] = event.ports;
    if (!isOpening(event.data) || sound === undefined || looks === undefined) return;
    window.removeEventListener('message', take);
    streams = { sound, looks, heardSeconds: event.data.heardSeconds };
    opened(streams);
  };
  window.addEventListener('message', take);
  void bench()
    .voice.openStreams()
    .then((outcome) => {
      if (!outcome.ok && isWanted) failed(outcome.error);
    });
  return () => {
    isWanted = false;
    window.removeEventListener('message', take);
    streams?.sound.close();
    streams?.looks.close();
  };
}

function isOpening(data: unknown): data is Pick<VoiceStreams, 'heardSeconds'> {
  if (typeof data !== 'object' || data === null || !('kind' in data) || !('heardSeconds' in data))
    return false;
  return data.kind === 'bench.voice' && typeof data.heardSeconds === 'number';
}
