import { setImmediate as others } from 'node:timers/promises';
import type { VoiceCodec } from '../../app/voice/voice-codec.ts';
import { warmingUp } from './warm-up.ts';

const WARM_UP_MS = 1000;

/** The Opus codec, in a bundle of its own: a bench that talks to Steam alone never reads it. */
export interface LazyCodec {
  /** Undefined until it is loaded. */
  readonly known: () => VoiceCodec | undefined;
  /** Resolves once it is there, or cannot be: then the simulator has no voice, and everything else goes on. */
  readonly load: () => Promise<void>;
}

export function createLazyCodec(failed: (error: unknown) => void): LazyCodec {
  let known: VoiceCodec | undefined;
  let loading: Promise<void> | undefined;
  const load = async (): Promise<void> => {
    try {
      const { loadOpusCodec } = await import('./opus-codec.ts');
      const codec = await loadOpusCodec();
      const warmth = createWarmth(codec, failed);
      known = { ...codec, warmUp: warmth.now };
      // Not now: whoever connects waits for this, and then looks at a window that comes up.
      setTimeout(() => void warmth.inBetween(), WARM_UP_MS).unref();
    } catch (error) {
      failed(error);
    }
  };
  return {
    known: () => known,
    load: () => (loading ??= load()),
  };
}

/** One warming up that is done in steps, or all that is left of it at once. It is not tried again where it fails. */
function createWarmth(codec: VoiceCodec, failed: (error: unknown) => void) {
  const steps = warmingUp(codec);
  /** False where it was the last. */
  const takeStep = (): boolean => {
    try {
      return steps.next().done !== true;
    } catch (error) {
      failed(error);
      return false;
    }
  };
  return {
    now: (): void => {
      while (takeStep());
    },
    inBetween: async (): Promise<void> => {
      while (takeStep()) await others();
    },
  };
}
