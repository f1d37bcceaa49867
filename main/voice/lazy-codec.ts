import type { VoiceCodec } from '../../app/voice/voice-codec.ts';
import { warmUp } from './warm-up.ts';

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
      known = codec;
      // Not now: whoever connects waits for this, and then looks at a window that comes up.
      setTimeout(() => void warmUp(codec).catch(failed), WARM_UP_MS).unref();
    } catch (error) {
      failed(error);
    }
  };
  return {
    known: () => known,
    load: () => (loading ??= load()),
  };
}
