import type { BenchContext } from '../bench-part.ts';
import { HIGHEST_VOICE_RATE, LOWEST_VOICE_RATE, VOICE_SAMPLE_RATE } from './voice-codec.ts';

/** The sample rate that voice is decoded to, in hertz. */
export interface VoiceRate {
  /** As Steam said; undefined before the client that is connected was asked. */
  optimal(): number | undefined;
  /** By the settings. `outputRate` is that of the device that the page plays with, where it is known. */
  choose(outputRate: number | undefined): number;
  /** Steam said its optimal rate, whoever asked. */
  said(rate: number): void;
  /** The client is another one, or gone. */
  forget(): void;
}

export function createVoiceRate({ caller, ports }: Pick<BenchContext, 'caller' | 'ports'>): VoiceRate {
  let optimal: number | undefined;
  return {
    optimal: () => optimal,
    choose(outputRate) {
      // The answer comes by `said`.
      if (optimal === undefined) caller.call('getVoiceOptimalSampleRate', {});
      const { rate } = ports.settings.get().voice;
      // What Steam does not decode to is left to the page, which resamples.
      const ofDevice = Math.max(
        LOWEST_VOICE_RATE,
        Math.min(HIGHEST_VOICE_RATE, Math.round(outputRate ?? HIGHEST_VOICE_RATE)),
      );
      const wanted = rate === 'device' ? ofDevice : rate === 'optimal' ? optimal : rate;
      const isTaken = wanted !== undefined && wanted >= LOWEST_VOICE_RATE && wanted <= HIGHEST_VOICE_RATE;
      return isTaken ? wanted : VOICE_SAMPLE_RATE;
    },
    said: (rate) => void (optimal = rate),
    forget: () => void (optimal = undefined),
  };
}
