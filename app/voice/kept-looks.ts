import { VOICE_FRAME_MS } from './voice-codec.ts';
import { FRAME_LOOK_NUMBERS, LIVE_SECONDS } from './voice.ts';

/** The newest frames of a take, as many as the live trace shows. */
export interface KeptLooks {
  /** All that is kept, `FRAME_LOOK_NUMBERS` a frame. */
  read(): Float64Array;
  keep(frames: Float64Array): void;
  /** Another take begins: what was kept is none of it. */
  clear(): void;
}

const NUMBERS_KEPT = FRAME_LOOK_NUMBERS * Math.ceil((1000 * LIVE_SECONDS) / VOICE_FRAME_MS);

/** Keeps what the live trace shows of a take, under way or the last one: so it is there again where it is opened anew. */
export function createKeptLooks(): KeptLooks {
  let kept: Float64Array[] = [];
  let numbers = 0;
  return {
    read() {
      const all = new Float64Array(numbers);
      let at = 0;
      for (const frames of kept) {
        all.set(frames, at);
        at += frames.length;
      }
      return all.subarray(Math.max(0, numbers - NUMBERS_KEPT));
    },
    keep(frames) {
      kept.push(frames);
      numbers += frames.length;
      for (let [oldest] = kept; oldest !== undefined; [oldest] = kept) {
        if (numbers - oldest.length < NUMBERS_KEPT) break;
        kept.shift();
        numbers -= oldest.length;
      }
    },
    clear() {
      kept = [];
      numbers = 0;
    },
  };
}
