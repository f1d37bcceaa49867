import { frameEnvelope } from './signal/envelope.ts';
import { signalOfPcm } from './signal/signal.ts';
import type { PlannedFrame } from './take-tally.ts';
import { FRAME_LOOK_NUMBERS } from './voice.ts';

/**
 * What the waveform draws of a packet’s sound, `FRAME_LOOK_NUMBERS` each 20 ms: min, max, RMS, seq, flags, time.
 *
 * `always` are flags that every frame of the packet has.
 */
export function frameLooks(
  samples: Int16Array,
  sampleRate: number,
  planned: readonly PlannedFrame[],
  always: number,
  at: number,
): Float64Array {
  const { min, max, rms } = frameEnvelope(signalOfPcm(samples), sampleRate);
  const looks = new Float64Array(min.length * FRAME_LOOK_NUMBERS);
  for (let index = 0; index < min.length; index += 1) {
    const { seq, flags } = planned[index] ?? { seq: -1, flags: 0 };
    looks.set(
      [min[index] ?? 0, max[index] ?? 0, rms[index] ?? 0, seq, flags | always, at],
      index * FRAME_LOOK_NUMBERS,
    );
  }
  return looks;
}
