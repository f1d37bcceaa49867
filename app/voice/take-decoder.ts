import type { BenchContext } from '../bench-part.ts';
import { voiceResults } from './voice-results.ts';
import type { PollLog } from './poll-log.ts';
import type { TakeBegun } from './take-about.ts';

export interface DecodedPacket {
  /** EVoiceResult; undefined where DecompressVoice could not be called. */
  readonly result: number | undefined;
  readonly samples: Int16Array;
}

/** The packets of one take through DecompressVoice. */
export interface TakeDecoder {
  readonly decode: (voice: Uint8Array) => DecodedPacket;
  /** How often each EVoiceResult came. */
  readonly results: () => Readonly<Record<number, number>>;
}

export function createTakeDecoder(
  { caller, clock }: Pick<BenchContext, 'caller' | 'clock'>,
  log: PollLog,
  { sampleRate, isSimulated }: Pick<TakeBegun, 'sampleRate' | 'isSimulated'>,
): TakeDecoder {
  const results: Record<number, number> = {};
  return {
    decode(voice) {
      const startedAt = clock.now();
      const outcome = caller.poll('decompressVoice', { voice, sampleRate });
      const at = clock.now();
      if (!outcome.ok) return { result: undefined, samples: new Int16Array() };
      const { result, uncompressed } = outcome.value;
      const bytes = uncompressed.length;
      results[result] = (results[result] ?? 0) + 1;
      log.note({
        name: 'decompressVoice',
        result,
        bytes,
        at,
        durationMs: at - startedAt,
        sampleRate,
        isSimulated,
      });
      if (result !== voiceResults.ok) return { result, samples: new Int16Array() };
      // A copy begins at a place that 16-bit samples may begin at.
      return { result, samples: new Int16Array(uncompressed.slice(0, bytes - (bytes % 2)).buffer) };
    },
    results: () => ({ ...results }),
  };
}
