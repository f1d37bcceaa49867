import type { Failure } from '../../app/outcome.ts';
import { bench } from '../bench.ts';

/** What main sends while Steam records. */
export interface VoiceStreams {
  /** Samples for playback. */
  readonly sound: MessagePort;
  /** What the waveform draws. */
  readonly looks: MessagePort;
  /** What the waveform drew before them, as a message of `looks`. */
  readonly drawn: Float64Array;
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
    const { drawn } = event.data;
    streams = { sound, looks, drawn: drawn instanceof Float64Array ? drawn : new Float64Array() };
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

function isOpening(data: unknown): data is { readonly drawn?: unknown } {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'bench.voice';
}
