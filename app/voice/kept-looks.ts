import { VOICE_FRAME_MS } from './voice-codec.ts';
import type { VoiceStreams } from './voice-streams.ts';
import { FRAME_LOOK_NUMBERS, LIVE_SECONDS } from './voice.ts';

/** Streams that a page may come to late: what the live trace shows is sent to it once more. */
export interface KeptLooks extends VoiceStreams {
  /** Another take begins: what was kept is none of it. */
  begin(): void;
}

const NUMBERS_KEPT = FRAME_LOOK_NUMBERS * Math.ceil((1000 * LIVE_SECONDS) / VOICE_FRAME_MS);

/** Keeps what the live trace shows of a take, under way or the last one: so it is there again where it is opened anew. */
export function keepLooks(streams: VoiceStreams): KeptLooks {
  let kept: Float64Array[] = [];
  let numbers = 0;
  return {
    open(heardSeconds) {
      streams.open(heardSeconds);
      for (const frames of kept) streams.looks(frames);
    },
    samples: (samples, sampleRate) => streams.samples(samples, sampleRate),
    looks(frames) {
      kept.push(frames);
      numbers += frames.length;
      for (let [oldest] = kept; oldest !== undefined; [oldest] = kept) {
        if (numbers - oldest.length < NUMBERS_KEPT) break;
        kept.shift();
        numbers -= oldest.length;
      }
      streams.looks(frames);
    },
    begin() {
      kept = [];
      numbers = 0;
    },
  };
}
